import { Misused, run } from "./commandLine.js";

/**
 * `npm run import -- <file>`: loads a register file (units and their changes, press agencies, reporters; the format is
 * told in reference/README.md) into a running server, by the mutations that everybody uses. Loading it again changes
 * nothing. Exit code: 0 all there, 1 something was refused, 2 nothing could be loaded.
 */
await run({
  usage: `Usage: npm run import -- <file.json> [--url http://127.0.0.1:4000/graphql] [--token <access token>]
                     [--changes-until 2019-12-31] [--dry-run]
The token is one of an ADMIN or a PRESS_OFFICER; it may also stand in the environment as IMPORT_TOKEN.
On a developer's machine: npm run import -- <file.json> --token "$(npm run --silent token -- --role ADMIN)"`,
  flags: {
    allowPositionals: true,
    options: {
      url: { type: "string", default: "http://127.0.0.1:4000/graphql" },
      token: { type: "string" },
      "changes-until": { type: "string" },
      "dry-run": { type: "boolean", default: false },
    },
  },
  asked({ values, positionals: [path, ...more] }) {
    if (path === undefined || more.length > 0) throw new Misused("Name one file.");
    const changesUntil = values["changes-until"];
    if (changesUntil !== undefined && !/^\d{4}-\d\d-\d\d$/.test(changesUntil)) {
      throw new Misused("--changes-until must be a day such as 2019-12-31.");
    }
    if (!URL.canParse(values.url) || !/^https?:/.test(values.url)) {
      throw new Misused("--url must be an http(s) address.");
    }
    const token = values.token ?? process.env["IMPORT_TOKEN"];
    return { path, url: endpointOf(values.url), token, changesUntil, dryRun: values["dry-run"] };
  },
  does: async () => (await import("./import/importFile.js")).importFile,
  failsWith: 2,
});

/** The server's address as it prints it at its start will do: without a path, the API's own is meant. */
function endpointOf(address: string): string {
  const url = new URL(address);
  if (url.pathname === "/") url.pathname = "/graphql";
  return url.href;
}
