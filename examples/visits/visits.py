"""Makes a Chancery document of the list of visits of foreign leaders to the United States.

    python3 visits.py visits-1950s.xml > visits.ndjson

The list is XML, a <visit> for each visit. The document is NDJSON, one thing a line, each after those that it
names: the parties, the participants, the meetings. docs/document.md explains the format.
"""

import json
import re
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree

# The list has office and name in one text, "President Quirino". These are all the offices in it. The longer of two
# with the same beginning stands first. Somebody who came in two offices at once has them joined by "and".
OFFICES = [
    "Premier and Prince", "Prime Minister", "Premier", "President-elect", "President", "Chancellor",
    "Governor General", "Emperor", "King", "Queen", "Prince", "Shah",
]

# The ISO 3166-1 code of each country, by the id that the list has for it. Left out are those that do not exist any
# more: the U.S.S.R. ("russia" in the list) and the State, later Republic, of Vietnam.
COUNTRY_CODES = {
    "afghanistan": "AF", "argentina": "AR", "australia": "AU", "austria": "AT", "belgium": "BE", "brazil": "BR",
    "burma": "MM", "cambodia": "KH", "canada": "CA", "chile": "CL", "costa-rica": "CR", "cuba": "CU", "denmark": "DK",
    "ecuador": "EC", "el-salvador": "SV", "ethiopia": "ET", "finland": "FI", "france": "FR", "germany": "DE",
    "ghana": "GH", "greece": "GR", "guatemala": "GT", "guinea": "GN", "haiti": "HT", "india": "IN", "indonesia": "ID",
    "iran": "IR", "iraq": "IQ", "ireland": "IE", "israel": "IL", "italy": "IT", "japan": "JP", "jordan": "JO",
    "korea-south": "KR", "laos": "LA", "liberia": "LR", "libya": "LY", "mexico": "MX", "monaco": "MC",
    "morocco": "MA", "netherlands": "NL", "new-zealand": "NZ", "nicaragua": "NI", "norway": "NO", "pakistan": "PK",
    "panama": "PA", "philippines": "PH", "saudi-arabia": "SA", "sri-lanka": "LK", "sweden": "SE", "thailand": "TH",
    "turkey": "TR", "united-kingdom": "GB", "uruguay": "UY",
}

# One name that the list spells in two ways: the other spelling, and the one that the record uses.
OTHER_SPELLINGS = {"Mohammad Reza Pahlavi": "Mohammed Reza Pahlavi"}

# Where a visit was, by its number in the list. The list has no member for it, and most descriptions name many places
# or none. These name one for the whole visit. They were read one by one: a rule over free text would guess.
PLACES = {
    "2285": "San Francisco", "2286": "San Francisco", "2293": "Washington", "2298": "New York City",
    "2306": "Washington", "2308": "Texas", "2315": "Washington", "2342": "White Sulphur Springs (West Virginia)",
    "2343": "White Sulphur Springs (West Virginia)", "2351": "Washington", "2375": "Washington",
    "2376": "Washington", "2384": "Massena, New York",
}


def text_of(visit, name):
    """The text of a member, in one line: where the XML file breaks its lines means nothing."""
    return " ".join("".join(visit.find(name).itertext()).split())


def key_of(text):
    """A key for a name: "St. Laurent" gives "st-laurent". Keys have ASCII letters and digits, and hyphens."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join(re.findall("[a-z0-9]+", ascii_text.lower().replace(".", "")))


def offices_and_name(visitor):
    """Takes "President Quirino" apart into ["President"] and "Quirino".

    One office is taken off and no more: in "Prime Minister Shah Mahmud", Shah is a part of the name.
    What this cannot read with certainty ends the script, so that somebody looks at it.
    """
    for office in OFFICES:
        if visitor.startswith(office + " "):
            name = visitor[len(office) + 1 :]
            if " and " in name:
                sys.exit(f'"{visitor}" may be several persons: this script reads one for each visit.')
            return office.split(" and "), name
    sys.exit(f'"{visitor}" begins with none of the offices that this script knows: add it to OFFICES.')


def party_of(visit):
    """The country, under the name that the list has for it. Its key is its code, or made of its name."""
    name = text_of(visit, "from")
    code = COUNTRY_CODES.get(visit.find("from").get("id"))
    if code:
        return {"type": "party", "key": code, "name": name, "kind": "STATE", "country": code}
    return {"type": "party", "key": key_of(name), "name": name, "kind": "STATE"}


def participant_of(name, party_key):
    """The visitor. Two visits are by the same person where name and country are the same.

    This is a judgement. It holds for this list, where each case was checked: nobody shares a name with somebody
    else of the same country, and who came in several offices (Sihanouk) has the same name in each. The country is
    in the key because the list mostly gives surnames: another country's Hansen is somebody else.
    """
    used_name = OTHER_SPELLINGS.get(name, name)
    key = key_of(used_name) + "-" + party_key.lower()
    participant = {"type": "participant", "key": key, "name": used_name, "party": party_key}
    other_names = [{"name": other} for other, used in OTHER_SPELLINGS.items() if used == used_name]
    if other_names:
        participant["otherNames"] = other_names
    return participant


def meeting_of(visit, participant, offices):
    """The visit. What the list does not say is left out: the record has no place for a guess."""
    start, end = text_of(visit, "start-date"), text_of(visit, "end-date")
    # The number in the list makes the key, not the date or the name: those may be corrected in a later edition of
    # the list, and loading it shall then amend this meeting, not record a second one.
    number = text_of(visit, "id")
    meeting = {
        "type": "meeting",
        "key": f"us-visit-{number}",
        "title": f"Visit of {text_of(visit, 'visitor')} to the United States",
        "date": start if start == end else f"{start}/{end}",
        "status": "HELD",
        "format": "IN_PERSON",
    }
    if number in PLACES:
        meeting["place"] = PLACES[number]
    meeting["participations"] = [{"participant": participant["key"], "party": participant["party"], "offices": offices}]
    # The description is one side's account: an office of the US wrote it. For a list, the format has no kind but
    # OTHER. When the text was published is not known: the XML says only when it was entered.
    meeting["accounts"] = [
        {
            "key": f"us-visit-{number}-historian",
            "kind": "OTHER",
            "publisher": "Office of the Historian, U.S. Department of State",
            "side": "US",
            "url": f"https://history.state.gov/departmenthistory/visits/{start[:4]}",
            "language": "en",
            "licence": "CC0-1.0",
            "text": text_of(visit, "description"),
        }
    ]
    return meeting


def main(file):
    parties = {"US": {"type": "party", "key": "US", "name": "United States", "kind": "STATE", "country": "US"}}
    participants = {}
    meetings = []
    for visit in ElementTree.parse(file).getroot().findall("visit"):
        offices, name = offices_and_name(text_of(visit, "visitor"))
        party = party_of(visit)
        participant = participant_of(name, party["key"])
        parties[party["key"]] = party
        participants[participant["key"]] = participant
        meetings.append(meeting_of(visit, participant, offices))
    # A document is UTF-8, whatever the terminal uses.
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    for thing in [*parties.values(), *participants.values(), *meetings]:
        print(json.dumps(thing, ensure_ascii=False))


if len(sys.argv) != 2:
    sys.exit("Usage: python3 visits.py visits-1950s.xml > visits.ndjson")
main(sys.argv[1])
