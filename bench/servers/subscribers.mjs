import { WebSocket } from "ws";
import { serve } from "../lib/child.mjs";

/**
 * Many subscribers over real sockets, graphql-transport-ws spoken by hand: as little work as can be, since it is the
 * server that is measured. It notes when each message arrives; the clock is the machine's own, the same in every process.
 */
await serve(async ({ count }) => {
  /** Arrivals of every subscriber, in milliseconds, message by message. */
  let arrivals = [];
  let sockets = [];
  let first;
  return {
    ready: {},
    answer: async ({ connect, received, leave }) => {
      if (connect) {
        first = undefined;
        arrivals = Array.from({ length: count }, () => []);
        sockets = await Promise.all(arrivals.map((mine) => subscriber(connect, mine, (text) => (first ??= text))));
        return sockets.length;
      }
      if (leave) return void sockets.splice(0).forEach((socket) => socket.terminate());
      const deadline = Date.now() + 30_000;
      while (arrivals.some((mine) => mine.length < received)) {
        if (Date.now() > deadline) throw new Error("Not every message has arrived.");
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      const taken = arrivals.map((mine) => mine.splice(0, received));
      return { taken, first };
    },
    stop: async () => sockets.forEach((socket) => socket.terminate()),
  };
});

/** Subscribed, and told that it has caught up where there is something to catch up with. */
function subscriber({ url, token, query, caughtUp }, arrivals, onFirst) {
  const socket = new WebSocket(`${url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  const say = (message) => socket.send(JSON.stringify(message));
  socket.on("open", () => say({ type: "connection_init", payload: token ? { token } : {} }));
  return new Promise((resolve, reject) => {
    socket.on("error", reject);
    socket.on("close", (code) => reject(new Error(`A socket was closed with ${code}.`)));
    socket.on("message", (data) => {
      const now = Number(process.hrtime.bigint()) / 1e6;
      const text = data.toString();
      if (text.startsWith('{"type":"connection_ack"')) {
        say({ id: "1", type: "subscribe", payload: { query } });
        if (!caughtUp) setTimeout(resolve, 50, socket);
      } else if (text.includes('"CaughtUp"')) resolve(socket);
      else if (text.includes('"errors"') || text.includes('"type":"error"')) reject(new Error(text));
      else if (text.includes('"type":"next"')) {
        arrivals.push(now);
        onFirst(text);
      }
    });
  });
}
