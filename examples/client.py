import json, os, sys, time, urllib.request

LEDGER, TOKEN = os.environ.get("LEDGER", "http://127.0.0.1:4000"), os.environ["TOKEN"]
CURSOR = os.environ.get("CURSOR", "cursor.txt")
QUERY = """subscription ($after: String) { notices(after: $after, from: BEGINNING) {
  ... on Notice { cursor position summaryVi } ... on CaughtUp { cursor } ... on Heartbeat { cursor } } }"""
HEADERS = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
after = open(CURSOR).read() if os.path.exists(CURSOR) else None

while True:
    try:
        body = json.dumps({"query": QUERY, "variables": {"after": after}}).encode()
        asked = urllib.request.Request(f"{LEDGER}/graphql/stream", body, HEADERS)
        with urllib.request.urlopen(asked, timeout=60) as stream:  # A heartbeat comes every 20 s.
            for line in stream:
                if line.startswith(b"data: "):
                    item = json.loads(line[6:])["data"]["notices"]
                    if "summaryVi" in item:
                        print(item["position"], item["summaryVi"], flush=True)
                    after = item["cursor"]
                    open(CURSOR, "w").write(after)  # Better: together with what you made of the notice.
    except Exception as error:
        print(error, file=sys.stderr)
    time.sleep(1)
