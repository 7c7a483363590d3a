// genql: a question is an object, and its answer has the type of it.
import { createClient } from './generated/genql/index';
import { PAGE, say } from './question';

export async function genql(endpoint: string): Promise<void> {
  const client = createClient({ url: endpoint });
  const page = (after?: string | null) =>
    client.query({
      meetings: {
        __args: { first: PAGE, after },
        nodes: {
          title: true,
          participations: { participant: { name: true } },
          statements: { __args: { first: 1 }, edges: { node: { speakers: { name: true } } } },
        },
        pageInfo: { endCursor: true },
      },
    });
  const first = await page();
  const second = await page(first.meetings?.pageInfo.endCursor);
  say('genql', [first, second].flatMap((one) => one.meetings?.nodes ?? []));
}
