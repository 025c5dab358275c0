import { run } from "./commandLine.js";

/** `npm run sdl`: writes the API's schema to docs/schema.graphql. */
await run({
  usage: "Usage: npm run sdl",
  flags: {},
  asked: () => undefined,
  does: async () => (await import("./writeSdl.js")).writeSdl,
});
