import { createHash } from "node:crypto";
import type { ApolloServer } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import ical, { ICalCalendarMethod } from "ical-generator";
import type { Principal } from "../commands/bus.js";
import type { Bilingual } from "../domain/kernel/words.js";
import { fault, type FaultCode } from "../graphql/shared/faults.js";
import type { Ledger } from "../ledger.js";
import { runHttp } from "./apollo.js";
import { contextOf, newNotes, type RequestContext } from "./context.js";
import { goneBefore } from "./gone.js";
import { GRAPHQL_PATH } from "./paths.js";
import { JSON_ANSWER } from "./status.js";

/**
 * What is due to a unit, as a calendar (iCalendar, RFC 5545) that programs follow: `GET /calendar/<secret>.ics`. Whoever
 * knows the secret of a calendar that was not withdrawn reads it. It names no person, and what is no longer owed is in it
 * no more.
 */
const ROUTE = "/calendar/:file";
/** 32 bytes in base64url: what is shorter opens nothing, whatever its hash. */
const FILE = /^([A-Za-z0-9_-]{43})\.ics$/u;

const DAYS_AHEAD = 366;
const PAGE = 100;
const MAX_PAGES = 20;
const REFRESH_SECONDS = 3_600;

/** The same question as everybody's, so it is admitted, shared out and answered as any other. */
const QUESTION = `query Calendar($unitId: UnitId!, $days: Int!, $page: Int!, $after: String, $asOf: AsOf) {
  unit(id: $unitId, asOf: $asOf) { name }
  due(filter: { unitId: $unitId, withinDays: $days }, first: $page, after: $after, asOf: $asOf) {
    basis { position today }
    pageInfo { endCursor hasNextPage }
    nodes { id what { vi en } recordId by byMoment isByTheHour movedAt timesMoved }
  }
}`;

interface Due {
  readonly id: string;
  readonly what: Bilingual;
  readonly recordId: string;
  readonly by: string;
  readonly byMoment: string;
  readonly isByTheHour: boolean;
  readonly movedAt: string;
  readonly timesMoved: number;
}

interface Answer {
  readonly unit: { readonly name: string } | null;
  readonly due: {
    readonly basis: { readonly position: string; readonly today: string };
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
    readonly nodes: readonly Due[];
  };
}

const WORDS = {
  vi: { title: "Việc đến hạn", record: "Hồ sơ" },
  en: { title: "What is due", record: "Record" },
} as const;
type Language = keyof typeof WORDS;

interface CalendarParts {
  readonly ledger: Ledger;
  readonly apollo: ApolloServer<RequestContext>;
}

export function addCalendar(app: FastifyInstance, parts: CalendarParts): void {
  app.get(ROUTE, (request, reply) => answer(parts, request, reply));
}

async function answer(parts: CalendarParts, request: FastifyRequest, reply: FastifyReply): Promise<string> {
  const { file } = request.params as { readonly file: string };
  const [, secret] = FILE.exec(file) ?? [];
  const calendar = secret === undefined ? undefined : parts.ledger.reads.units.calendarOf(hashOf(secret));
  // What never was, what was withdrawn, and what is no secret at all look the same.
  if (!calendar) throw fault("BAD_REQUEST", "There is no such calendar.", 404);
  const language = languageOf(request.query);
  const principal: Principal = { subject: `calendar ${calendar.calendarId}`, role: "ANALYST", unitId: null };
  const notes = (request.notes = newNotes());
  const context = contextOf(parts.ledger, principal, { notes, address: request.ip, gone: goneBefore(reply) });
  const dues = await ask(parts.apollo, context, `Unit:${calendar.unitId}`);
  void reply.header("content-type", "text/calendar; charset=utf-8");
  return written(dues, language);
}

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

function languageOf(query: unknown): Language {
  const { lang = "vi" } = query as { readonly lang?: unknown };
  if (lang === "vi" || lang === "en") return lang;
  throw fault("BAD_REQUEST", "`lang` is `vi` or `en`.", 400);
}

interface Dues {
  readonly unitName: string;
  readonly dues: readonly Due[];
}

/** All pages, each as of the first one's basis. */
async function ask(apollo: CalendarParts["apollo"], context: RequestContext, unitId: string): Promise<Dues> {
  const dues: Due[] = [];
  let unitName = "";
  let more: object = {};
  for (let page = 0; page < MAX_PAGES; page++) {
    const variables = { unitId, days: DAYS_AHEAD, page: PAGE, ...more };
    const { unit, due } = await run(apollo, context, variables);
    unitName = unit?.name ?? "";
    dues.push(...due.nodes);
    if (!due.pageInfo.hasNextPage) break;
    const { position, today } = due.basis;
    more = { after: due.pageInfo.endCursor, asOf: { position, today } };
  }
  return { unitName, dues };
}

async function run(apollo: CalendarParts["apollo"], context: RequestContext, variables: object): Promise<Answer> {
  const headers = { "content-type": "application/json" };
  const body = { query: QUESTION, variables };
  const asked = { method: "POST", url: GRAPHQL_PATH, headers, body };
  const { status = 200, body: answered } = await runHttp(apollo, asked, JSON_ANSWER, context);
  if (answered.kind !== "complete") throw new Error("Incremental answers are not served.");
  const { data, errors } = JSON.parse(answered.string) as {
    readonly data?: Answer | null;
    readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: FaultCode } }[];
  };
  const [error] = errors ?? [];
  if (error) throw fault(error.extensions.code, error.message, status >= 400 ? status : 503);
  if (!data) throw new Error("The calendar's question was not answered.");
  return data;
}

function written({ unitName, dues }: Dues, language: Language): string {
  const { title, record } = WORDS[language];
  const calendar = ical({
    name: `${title} – ${unitName}`,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "press-ledger", product: "due", language: language.toUpperCase() },
    ttl: REFRESH_SECONDS,
  });
  for (const { id, what, recordId, by, byMoment, isByTheHour, movedAt, timesMoved } of dues) {
    calendar.createEvent({
      id: uidOf(id),
      start: isByTheHour ? new Date(byMoment) : new Date(`${by}T00:00:00.000Z`),
      allDay: !isByTheHour,
      summary: capital(what[language]),
      description: `${record}: ${recordId}`,
      stamp: new Date(movedAt),
      lastModified: new Date(movedAt),
      sequence: timesMoved,
    });
  }
  return calendar.toString();
}

/** The same for as long as the record owes it. */
const uidOf = (id: string): string => `${id.replaceAll(/[^A-Za-z0-9_-]+/gu, "-")}@press-ledger`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
