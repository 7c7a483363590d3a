"""A large made-up record, the same one every time, for either database: rows as CSV, and the SQL that takes them into the tables that
the service has made. Texts are in small ASCII letters, so that their folded words are themselves."""
import csv
import pathlib
import random
import subprocess

MEETINGS = 6000
LARGE_MEETINGS = 20
DAYS = 19000

COMMON = """climate trade border security treaty visit energy water fishing aviation tariff talks summit ceasefire aid debt harbour
 railway visa embassy cooperation agreement progress concern regret hope support dialogue peace growth""".split()
ACTS = "STATE AGREE SUPPORT CONCEDE CONSULT REQUEST ACCUSE REJECT".split()


def uuid(kind, number):
    return f"{kind:08x}-0000-7000-8000-{number:012x}"


def day(number):
    year, rest = divmod(number, 336)
    return f"{1970 + year}-{1 + rest // 28:02}-{1 + rest % 28:02}"


def rows():
    """Table, then its row, in an order that foreign keys allow."""
    chance = random.Random(1)

    def words(many):
        return " ".join(
            chance.choice(COMMON) if chance.random() < 0.8 else f"w{int(5000 * chance.random() ** 2)}" for _ in range(many)
        )

    for n in range(60):
        yield "party", [uuid(1, n), f"P{n}", f"party {n}", "STATE", f" party {n} "]
    for n in range(100):
        yield "topic", [uuid(2, n), f"topic-{n}", f"topic {n}", f" topic {n} "]
    for n in range(2000):
        yield "participant", [uuid(3, n), f"person-{n}", f"person {n}", uuid(1, n % 60), f" person {n} "]
    for n in range(100):
        yield "event", [uuid(8, n), f"event-{n}", f"event {n}", day(n * 100), f" event {n} "]
    statements = quotations = pairs = participations = 0
    for n in range(MEETINGS):
        meeting, when = uuid(4, n), day(n * DAYS // MEETINGS)
        title = words(4)
        status = "HELD" if n % 20 else "CANCELLED"
        yield "meeting", [meeting, f"meeting-{n}", title, when, status, ("IN_PERSON", "VIDEO", "PHONE")[n % 3],
                          uuid(8, n % 100) if n % 2 else "", f" {title} "]
        for position, topic in enumerate(chance.sample(range(100), 2), 1):
            yield "meeting_topic", [meeting, uuid(2, topic), position]
        # Some people are everywhere, as foreign ministers are.
        present = sorted({int(2000 * chance.random() ** 3) for _ in range(4)} | {n % 2000})
        for position, person in enumerate(present, 1):
            participations += 1
            office = f"minister of {person % 50}"
            yield "participation", [uuid(5, participations), meeting, when, uuid(3, person), uuid(1, person % 60), position, office,
                                    f" {office} "]
        many_accounts, per_account = (4, 250) if n < LARGE_MEETINGS else (2, 8)
        sequence = 0
        earlier = []
        for a in range(many_accounts):
            account = uuid(6, n * 10 + a)
            yield "account", [account, f"meeting-{n}-{a}", meeting, a + 1, ("OFFICIAL_READOUT", "PRESS_REPORT")[a % 2],
                              f"publisher {(n + a) % 40}", uuid(1, present[0] % 60)]
            told = []
            for position in range(1, per_account + 1 + (n + a) % 3):
                statements += 1
                sequence += 1
                statement, text = uuid(7, statements), words(20)
                told.append((statement, account))
                yield "statement", [statement, f"meeting-{n}-{a}-{position}", meeting, when, account, sequence, position,
                                    ACTS[(n + sequence) % 8], text, len(text), f" {text} "]
                yield "statement_speaker", [statement, meeting, when, sequence,
                                            "" if sequence % 9 == 0 else uuid(3, chance.choice(present)),
                                            uuid(1, present[0] % 60) if sequence % 9 == 0 else ""]
                for number, topic in enumerate(chance.sample(range(100), 2), 1):
                    yield "statement_topic", [statement, uuid(2, topic), number]
                if sequence % 3 == 0:
                    yield "addressee", [statement, uuid(1, present[-1] % 60)]
                if sequence % 4 == 0:
                    quotations += 1
                    yield "quotation", [uuid(9, quotations), statement, len(text), 0, len(text.split(" ")[0])]
            for one, other in zip(earlier, told):
                if chance.random() < 0.3:
                    pairs += 1
                    first, second = sorted((one, other))
                    yield "statement_pair", [uuid(10, pairs), meeting, *first, *second,
                                             "CONTRADICTS" if chance.random() < 0.2 else "CORROBORATES"]
            earlier = told


AT = "timestamp with time zone '2024-01-01 00:00:00+00'"
COLUMNS = {
    # Columns of the CSV, and what they become in the table.
    "party": ("id,record_key,name,kind,search_words",
              "id:uuid record_key name kind search_words", "created_at updated_at version same_as other_names other_name_languages"),
    "topic": ("id,record_key,name,search_words", "id:uuid record_key name search_words",
              "created_at updated_at version same_as other_names other_name_languages"),
    "participant": ("id,record_key,name,party_id,search_words", "id:uuid record_key name party_id:uuid search_words",
                    "created_at updated_at version same_as other_names other_name_languages"),
    "event": ("id,record_key,title,d,search_words",
              "id:uuid record_key title d>date_edtf d:date>date_earliest d:date>date_latest d:order>date_order search_words",
              "created_at updated_at version same_as"),
    "meeting": ("id,record_key,title,d,status,format,event_id,search_words",
                "id:uuid record_key title d>date_edtf d:date>date_earliest d:date>date_latest d:order>date_order status format"
                " event_id:uuid search_words", "created_at updated_at version same_as"),
    "meeting_topic": ("meeting_id,topic_id,position", "meeting_id:uuid topic_id:uuid position:integer", ""),
    "participation": ("id,meeting_id,meeting_day,participant_id,party_id,position,office,search_words",
                      "id:uuid meeting_id:uuid meeting_day:order>meeting_order participant_id:uuid party_id:uuid position:integer office[]>offices"
                      " search_words", ""),
    "account": ("id,record_key,meeting_id,position,kind,publisher,side_id",
                "id:uuid record_key meeting_id:uuid position:integer kind publisher side_id:uuid",
                "created_at updated_at version same_as search_words"),
    "statement": ("id,record_key,meeting_id,meeting_day,account_id,sequence,position,act,text,text_length,search_words",
                  "id:uuid record_key meeting_id:uuid meeting_day:order>meeting_order account_id:uuid sequence:integer position:integer"
                  " act text text_length:integer search_words", "created_at updated_at version mode same_as"),
    "statement_speaker": ("statement_id,meeting_id,meeting_day,sequence,participant,party",
                          "statement_id:uuid meeting_id:uuid meeting_day:order>meeting_order sequence:integer"
                          " participant:uuid>speaker_participant_id party:uuid>speaker_party_id", "position"),
    "statement_topic": ("statement_id,topic_id,position", "statement_id:uuid topic_id:uuid position:integer", ""),
    "addressee": ("statement_id,party", "statement_id:uuid party:uuid>speaker_party_id", "position"),
    "quotation": ("id,statement_id,statement_length,start_offset,end_offset",
                  "id:uuid statement_id:uuid statement_length:integer start_offset:integer end_offset:integer", ""),
    "statement_pair": ("id,meeting_id,one_id,one_account_id,other_id,other_account_id,kind",
                       "id:uuid meeting_id:uuid one_id:uuid one_account_id:uuid other_id:uuid other_account_id:uuid kind", ""),
}
CONSTANTS = {"created_at": AT, "updated_at": AT, "version": "0", "mode": "'INDIRECT'", "position": "1",
             "same_as": "cast(array[] as varchar(2000) array)", "other_names": "cast(array[] as varchar(500) array)",
             "other_name_languages": "cast(array[] as varchar(35) array)", "search_words": "''"}


def rows_and_words():
    """With the table of words that H2 looks for them in."""
    for table, row in rows():
        yield table, row
        names = COLUMNS[table][0].split(",")
        if "search_words" in names:
            for word in sorted(set(row[names.index("search_words")].split())):
                yield "search_word", [word, row[0]]


def write(folder):
    files = {}
    for table, row in rows_and_words():
        if table not in files:
            file = open(folder / f"{table}.csv", "w", newline="")
            files[table] = (file, csv.writer(file))
            files[table][1].writerow((COLUMNS[table][0] if table in COLUMNS else "word,thing").split(","))
        files[table][1].writerow(row)
    for file, _ in files.values():
        file.close()


def insert(table, source):
    """The SQL that takes a table's rows from a source of texts."""
    targets, values = [], []
    for column in COLUMNS[table][1].split():
        expression, _, target = column.partition(">")
        if expression.endswith("[]"):
            name, value = expression[:-2], f"array[{expression[:-2]}]"
        else:
            name, _, kind = expression.partition(":")
            # Where a day stands among others: org.chancery.record.RecordDate.
            value = (f"(extract(epoch from cast({name} as timestamp)) / 86400 + 719528) * 262144" if kind == "order"
                     else f"cast(nullif({name}, '') as {kind})" if kind else name)
        targets.append(target or name)
        values.append(value)
    for constant in COLUMNS[table][2].split():
        targets.append(constant)
        values.append(CONSTANTS[constant])
    return f"insert into {table} ({', '.join(targets)}) select {', '.join(values)} from {source};\n"


def load_h2(folder, data, java, h2):
    """Into the file of a service that has ended."""
    script = folder / "load.sql"
    with open(script, "w") as sql:
        for table in COLUMNS:
            sql.write(insert(table, f"csvread('{folder}/{table}.csv')"))
        sql.write(f"insert into search_word select word, cast(thing as uuid), 0 from csvread('{folder}/search_word.csv');\n")
        sql.write("analyze;\nshutdown compact;\n")
    subprocess.run([java, "-Xmx2g", "-cp", h2, "org.h2.tools.RunScript", "-url", f"jdbc:h2:file:{data}/chancery", "-user", "", "-password", "",
                    "-script", str(script)], check=True)


def load_postgresql(folder, psql):
    """Into a database whose tables are made. psql: the command, with where the database is."""
    script = folder / "load.sql"
    with open(script, "w") as sql:
        for table, (names, _, _) in COLUMNS.items():
            columns = ", ".join(name + " text" for name in names.split(","))
            sql.write(f"create temp table rows_of_{table} ({columns});\n")
            sql.write(f"\\copy rows_of_{table} from '{folder}/{table}.csv' with (format csv, header)\n")
            sql.write(insert(table, f"rows_of_{table}"))
        sql.write("analyze;\n")
    subprocess.run([*psql, "-q", "-v", "ON_ERROR_STOP=1", "-f", str(script)], check=True, stdout=subprocess.DEVNULL)
