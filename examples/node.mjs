import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";

const { LEDGER = "ws://127.0.0.1:4000", TOKEN, CURSOR = "cursor.txt" } = process.env;
const query = `subscription ($after: String) { notices(after: $after, from: BEGINNING) {
  ... on Notice { cursor position summaryVi } ... on CaughtUp { cursor } ... on Heartbeat { cursor } } }`;
const connectionParams = { Authorization: `Bearer ${TOKEN}` };
// Its own retry would send the old cursor, and all since then would come twice.
const client = createClient({ url: `${LEDGER}/graphql`, webSocketImpl: WebSocket, connectionParams, retryAttempts: 0 });
const silence = setTimeout(() => client.terminate(), 60_000); // A heartbeat comes every 20 s.
let after = existsSync(CURSOR) ? readFileSync(CURSOR, "utf8") : null;

for (;;) {
  try {
    for await (const { data, errors } of client.iterate({ query, variables: { after } })) {
      if (errors) throw errors[0];
      const { cursor, position, summaryVi } = data.notices;
      if (position && summaryVi) console.log(position, summaryVi);
      writeFileSync(CURSOR, (after = cursor)); // Better: together with what you made of the notice.
      silence.refresh();
    }
  } catch (error) {
    console.error(error.message || error.reason || error);
  }
  await new Promise((again) => setTimeout(again, 1_000));
}
