import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { FastifyInstance } from "fastify";
import type { Principal } from "../commands/bus.js";
import type { DevelopmentKey } from "./developmentKey.js";
import type { Example } from "./example.js";
import type { ExamplesFor } from "./exampleFacts.js";
import { explorerPage, type PageAssets, pageStyle, START_SCRIPT } from "./explorerPage.js";
import { EXPLORER_PATH, GRAPHQL_PATH } from "./paths.js";
import { fromThisMachine } from "./thisMachine.js";

/** Whom the token that lies ready is for. */
const READER = { subject: "explorer", role: "PRESS_OFFICER", unitId: null } as const satisfies Principal;
const READY_TOKEN_HOURS = 2;
/** Compressed once and for all. */
const ASSET = { compress: false, exposeHeadRoute: true } as const;
/** The web editor inside GraphiQL sets styles as it runs, and carries its fonts and pictures within itself. */
const EXPLORER_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The parts of GraphiQL, as its package has them: texts. */
interface Bundle {
  readonly js: string;
  readonly css: string;
  readonly favicon: string;
  readonly editorWorkerService: string;
  readonly jsonWorker: string;
  readonly graphqlWorker: string;
}

interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly zipped: Buffer;
}

interface Explorer {
  readonly page: PageAssets;
  readonly workers: Readonly<Record<string, string>>;
  readonly assets: ReadonlyMap<string, Asset>;
}

/**
 * GraphiQL at `/explorer`, all from this server. On a developer's own machine it opens with a token in the headers pane.
 * @param examples what it opens with, for whom that token is for; without one, for nobody.
 * @param key undefined where there is no development key, so no token to give.
 */
export function addExplorer(app: FastifyInstance, examples: ExamplesFor, key: DevelopmentKey | undefined): void {
  // Nine megabytes of text: read when somebody opens the explorer for the first time.
  let loading: Promise<Explorer> | undefined;
  const explorer = (): Promise<Explorer> => (loading ??= load());

  app.get(EXPLORER_PATH, { exposeHeadRoute: true }, async (request, reply) => {
    const { page, workers } = await explorer();
    const headers = key && fromThisMachine(request) ? await readyHeaders(key) : undefined;
    const tabs = (await examples(headers === undefined ? undefined : READER)).map(tabOf);
    const html = explorerPage(page, { endpoint: GRAPHQL_PATH, workers, headers, tabs });
    return reply
      .headers({ "content-security-policy": EXPLORER_POLICY, "content-type": "text/html; charset=utf-8" })
      .send(html);
  });

  app.get<{ Params: { file: string } }>(`${EXPLORER_PATH}/:file`, ASSET, async (request, reply) => {
    const asset = (await explorer()).assets.get(request.params.file);
    if (!asset) return reply.callNotFound();
    void reply.headers({
      "content-type": asset.type,
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy": EXPLORER_POLICY,
      vary: "accept-encoding",
    });
    const zipped = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    return zipped ? reply.header("content-encoding", "gzip").send(asset.zipped) : reply.send(asset.plain);
  });
}

async function load(): Promise<Explorer> {
  // The package's index gives one page with everything in it, which no strict policy would let run.
  const file = new URL("./graphiql.js", import.meta.resolve("@graphql-yoga/render-graphiql"));
  const bundle = (await import(file.href)) as Bundle;
  const assets = new Map<string, Asset>();
  const add = async (name: string, type: string, content: string | Buffer): Promise<string> => {
    const plain = Buffer.from(content);
    const hash = createHash("sha256").update(plain).digest("hex").slice(0, 12);
    const file = name.replace(".", `.${hash}.`);
    assets.set(file, { type, plain, zipped: await promisify(gzip)(plain) });
    return `${EXPLORER_PATH}/${file}`;
  };
  const font = async (letters: string): Promise<string> => {
    const file = `roboto-mono-${letters}-400-normal.woff2`;
    const url = new URL(import.meta.resolve(`@fontsource/roboto-mono/files/${file}`));
    return add(file, "font/woff2", await readFile(url));
  };
  const style = pageStyle(await font("latin"), await font("vietnamese"));
  const script = "text/javascript; charset=utf-8";
  return {
    page: {
      css: await add("graphiql.css", "text/css; charset=utf-8", `${bundle.css}\n${style}`),
      graphiql: await add("graphiql.js", script, bundle.js),
      start: await add("start.js", script, START_SCRIPT),
      favicon: bundle.favicon,
    },
    workers: {
      editorWorkerService: await add("editor.js", script, bundle.editorWorkerService),
      json: await add("json.js", script, bundle.jsonWorker),
      graphql: await add("graphql.js", script, bundle.graphqlWorker),
    },
    assets,
  };
}

async function readyHeaders(key: DevelopmentKey): Promise<string> {
  const token = await key.issue({ ...READER, hours: READY_TOKEN_HOURS });
  return JSON.stringify({ Authorization: `Bearer ${token}` }, null, 2);
}

const tabOf = ({ query, variables }: Example): object => ({ query, variables: JSON.stringify(variables, null, 2) });
