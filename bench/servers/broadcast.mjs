import { createServer } from "node:http";
import { buildSchema } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import { serve } from "../lib/child.mjs";

/** The rival: graphql-ws and a plain schema; what is published is an object in memory, pushed to everybody at once. */

const SCHEMA = buildSchema(`
  type Event { type: String! position: String! recordedAt: String! }
  type Named { name: String! }
  type Visitor { name: String! agencyName: String! }
  type Visit { id: ID! day: String! status: String! subject: String! hosts: [Named!]! reporters: [Visitor!]! }
  type VisitEventItem { cursor: String! event: Event! visit: Visit! }
  type CaughtUp { cursor: String! }
  union VisitFeedItem = VisitEventItem | CaughtUp
  type Query { hello: String }
  type Subscription { visitEvents: VisitFeedItem! }
`);

await serve(async () => {
  const everybody = new Set();
  SCHEMA.getSubscriptionType().getFields().visitEvents.subscribe = () => listen(everybody);
  const http = createServer();
  const wss = new WebSocketServer({ server: http, path: "/graphql" });
  useServer({ schema: SCHEMA }, wss);
  await new Promise((resolve) => http.listen(0, "127.0.0.1", resolve));
  return {
    ready: { url: `http://127.0.0.1:${http.address().port}` },
    answer: async ({ publish }) => {
      const at = Number(process.hrtime.bigint()) / 1e6;
      for (const push of everybody) push({ visitEvents: publish });
      return { at };
    },
    stop: async () => {
      for (const client of wss.clients) client.terminate();
      http.close();
    },
  };
});

/** One subscriber's queue. */
async function* listen(everybody) {
  const queue = [];
  let wake;
  const push = (value) => {
    queue.push(value);
    wake?.();
  };
  everybody.add(push);
  try {
    for (;;) {
      while (queue.length > 0) yield queue.shift();
      await new Promise((resolve) => (wake = resolve));
    }
  } finally {
    everybody.delete(push);
  }
}
