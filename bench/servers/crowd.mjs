import { Agent, request } from "node:http";
import { serve } from "../lib/child.mjs";

/** So many connections, each sending the next of the given requests as soon as the last is answered, until told to stop. */
await serve(async ({ url, token, connections }) => {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const counts = {};
  let going = true;
  let sent = 0;
  const send = () =>
    new Promise((resolve) => {
      const headers = { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) };
      const asked = request({ hostname, port, path: "/graphql", method: "POST", agent, headers }, (response) => {
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("end", () => resolve(Buffer.concat(chunks).toString()));
      });
      asked.on("error", () => resolve("{}"));
      asked.end(bodies[sent++ % bodies.length]);
    });
  let bodies = [];
  const one = async () => {
    while (going) {
      const code = /"code":"([A-Z_]+)"/.exec(await send())?.[1] ?? "answered";
      counts[code] = (counts[code] ?? 0) + 1;
    }
  };
  let all = [];
  return {
    ready: true,
    answer: async (question) => {
      if (question.bodies) {
        bodies = question.bodies;
        all = Array.from({ length: connections }, one);
      }
      return counts;
    },
    stop: async () => {
      going = false;
      await Promise.race([Promise.all(all), new Promise((resolve) => setTimeout(resolve, 500))]);
      agent.destroy();
    },
  };
});
