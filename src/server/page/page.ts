import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { Ledger } from "../../ledger.js";
import { type Catalog, catalogOf, SHEETS_PATH } from "./catalog.js";
import { WORKER_PATH, workerOf } from "./worker.js";

/** The page for people: its parts as `web/build.mjs` has made them, and what it knows of the API (catalog.ts). */

const ASSETS_PATH = "/page/assets";
const FOLDER = fileURLToPath(new URL("../../../web", import.meta.url));
/** No script in the page itself, none from elsewhere; nobody frames it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");
/** It asks for the page and its parts, and for nothing from elsewhere. */
const POLICY_OF_WORKER = "default-src 'none'; connect-src 'self'";
const FOR_EVER = "public, max-age=31536000, immutable";
const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".html": "text/html; charset=utf-8",
};
/** Compressed already. */
const AS_IT_IS = [".woff2"];

interface File {
  readonly type: string;
  readonly plain: Buffer;
  readonly zipped?: Readonly<Record<"br" | "gzip", Buffer>>;
}

const zip = async (plain: Buffer): Promise<NonNullable<File["zipped"]>> => ({
  br: await promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: await promisify(gzip)(plain, { level: 9 }),
});

async function fileOf(name: string, plain: Buffer): Promise<File> {
  const ending = extname(name);
  const type = TYPES[ending] ?? "application/octet-stream";
  return AS_IT_IS.includes(ending) ? { type, plain } : { type, plain, zipped: await zip(plain) };
}

/** Parts of the page, each compressed when it is asked for the first time. */
class Files {
  private readonly made = new Map<string, Promise<File>>();

  constructor(private readonly texts: ReadonlyMap<string, Buffer>) {}

  async of(name: string): Promise<File | undefined> {
    const text = this.texts.get(name);
    if (!text) return undefined;
    const file = this.made.get(name) ?? fileOf(name, text);
    this.made.set(name, file);
    return file;
  }
}

/** @throws when the page was not built: `tools/prepare.mjs` does, before any program runs. */
export function addPage(app: FastifyInstance, schema: GraphQLSchema, { law }: Pick<Ledger, "law">): void {
  if (!existsSync(join(FOLDER, "index.html")))
    throw new Error(`The page is not built: there is no ${FOLDER}/index.html.`);
  const index = readFileSync(join(FOLDER, "index.html"), "utf8");
  const texts = readAll(join(FOLDER, "assets"));
  const assets = new Files(texts);
  const worker = readFileSync(join(FOLDER, "worker.js"), "utf8");
  let asked: Promise<Parts> | undefined;
  const made = (): Promise<Parts> =>
    (asked ??= catalogOf(schema, law.instruments()).then(partsOf({ index, worker, assets: [...texts.keys()] })));

  const options = { compress: false, exposeHeadRoute: true } as const;
  const page = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const file = await (await made()).html.of("index.html");
    void reply.headers({ "content-security-policy": POLICY, "cache-control": "no-cache" });
    return sendFile(request, reply, file as File);
  };
  app.get("/", options, page);
  for (const path of PATHS) {
    app.get(`/${path}`, options, page);
    app.get(`/${path}/*`, options, page);
  }
  app.get(WORKER_PATH, options, async (request, reply) => {
    const file = await (await made()).worker.of("worker.js");
    void reply.headers({
      ...{ "service-worker-allowed": "/", "cache-control": "no-cache" },
      "content-security-policy": POLICY_OF_WORKER,
    });
    return sendFile(request, reply, file as File);
  });
  for (const [path, filesOf] of [
    [ASSETS_PATH, async () => assets],
    [SHEETS_PATH, async () => (await made()).sheets],
  ] as const) {
    app.get<{ Params: { file: string } }>(`${path}/:file`, options, async (request, reply) => {
      const file = await (await filesOf()).of(request.params.file);
      if (!file) return reply.callNotFound();
      return sendFile(request, reply.header("cache-control", FOR_EVER), file);
    });
  }
}

/** The first parts of the page's addresses; the page itself tells what is behind each (web/src/routes.ts). */
export const PATHS = [
  "figures",
  "today",
  "records",
  "record",
  "new",
  "timeline",
  "visit",
  "desk",
  "board",
  "registers",
  "dossier",
  "live",
  "search",
] as const;

interface Parts {
  readonly html: Files;
  readonly sheets: Files;
  readonly worker: Files;
}

interface Built {
  readonly index: string;
  readonly worker: string;
  /** Their names. */
  readonly assets: readonly string[];
}

/** The page with what it knows of the API, as a block of data: no script has to be allowed in it. */
const partsOf =
  ({ index, worker, assets }: Built) =>
  ({ index: catalog, sheets }: Catalog): Parts => {
    const data = JSON.stringify(catalog).replaceAll("<", "\\u003c");
    const html = index.replace("<!--catalog-->", () => `<script type="application/json" id="catalog">${data}</script>`);
    const files = [
      ...assets.map((name) => `${ASSETS_PATH}/${name}`),
      ...[...sheets.keys()].map((name) => `${SHEETS_PATH}/${name}`),
    ];
    const text = workerOf(worker, { html, files, pages: PATHS });
    return {
      worker: new Files(new Map([["worker.js", Buffer.from(text)]])),
      html: new Files(new Map([["index.html", Buffer.from(html)]])),
      sheets: new Files(new Map([...sheets].map(([name, text]) => [name, Buffer.from(text)]))),
    };
  };

function sendFile(request: FastifyRequest, reply: FastifyReply, { type, plain, zipped }: File): FastifyReply {
  const accepted = request.headers["accept-encoding"] ?? "";
  const coding = (["br", "gzip"] as const).find((one) => new RegExp(`\\b${one}\\b`).test(accepted));
  void reply.headers({ "content-type": type, vary: "accept-encoding" });
  return zipped && coding ? reply.header("content-encoding", coding).send(zipped[coding]) : reply.send(plain);
}

const readAll = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
