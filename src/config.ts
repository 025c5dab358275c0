import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { type Role, ROLES } from "./domain/kernel/actor.js";
import {
  type Reader,
  boolean,
  eventStoreAddress,
  httpAddress,
  list,
  oneOf,
  openIdScopes,
  ownOrigin,
  pairs,
  text,
  whole,
} from "./environment.js";
import { nearestName, needed, valueOf, WrongSetting } from "./environment.js";

export { WrongSetting };

/** Signature algorithms with a public key. "none" and the HS* family (a shared secret) are not among them on purpose. */
const ALGORITHMS = ["EdDSA", "ES256", "ES384", "ES512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512"] as const;
const LOG_LEVELS = ["silent", "fatal", "error", "warn", "info", "debug", "trace"] as const;

export type Mode = "production" | "development";

/** How much one caller may ask of the server. */
export interface Limits {
  readonly maxBodyBytes: number;
  readonly maxTokens: number;
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxDirectives: number;
  /** Selections after every fragment is put in its place. */
  readonly maxSelections: number;
  /** About one per value in the answer. */
  readonly maxCost: number;
  /** The same, of the answer of a mutation and of each item of a subscription: the thread that takes requests in makes them. */
  readonly maxItemCost: number;
  /** So long a question is worked on. */
  readonly maxWorkMs: number;
  /** Of callers who have said who they are, or that they are nobody. */
  readonly maxSockets: number;
  /** Of those who have not yet; when one more comes, another goes. */
  readonly maxNewSockets: number;
  /** Of HTTP connections without a request that could be answered; when one more comes, another goes. */
  readonly maxQuietConnections: number;
  /** Of all callers without a token together. */
  readonly maxAnonymousSockets: number;
  readonly maxSocketsPerSubject: number;
  readonly maxSubscriptionsPerSocket: number;
  readonly maxSocketMessageBytes: number;
  /** Unsent bytes at which a reader counts as gone. */
  readonly maxSocketBacklogBytes: number;
  readonly socketInitTimeoutMs: number;
  /** A socket is pinged so often, and closed when it has not answered before the next ping. */
  readonly socketPingMs: number;
  /** After so long without an item a feed says how far it has looked: often enough for the proxies in between. */
  readonly heartbeatMs: number;
  readonly requestTimeoutMs: number;
  /** How long a stop waits for requests in flight. */
  readonly stopPatienceMs: number;
}

export interface AuthConfig {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  /** Undefined: tokens are signed with the development key of the data folder. */
  readonly jwksUrl: URL | undefined;
  readonly claims: ClaimSettings;
}

/** What this server is at the issuer, where people sign in to the page. */
export interface LoginConfig {
  readonly clientId: string;
  /** Undefined: a public client. */
  readonly clientSecret: string | undefined;
  readonly scope: string;
  /** The origin under which people reach the page. */
  readonly publicUrl: string;
}

/** Where in a token stands what somebody is here: the name of a claim, or the way to it, with dots. */
export interface ClaimSettings {
  readonly role: string;
  /** What the issuer's roles mean here, the first that a token has counts; undefined: they are called as ours are. */
  readonly roles: readonly (readonly [name: string, role: Role])[] | undefined;
  readonly unit: string;
  /** Of subscribers. */
  readonly scopes: string;
}

/** What the tokens of the development key say. */
export const OWN_CLAIMS: ClaimSettings = { role: "role", roles: undefined, unit: "unit", scopes: "scopes" };

export interface Config {
  readonly mode: Mode;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** The log is in EventStoreDB there; undefined: it is embedded, in the data folder. */
  readonly eventStoreUrl: string | undefined;
  /** The operator's own rows of the law, as an absolute path; undefined: the shipped ones alone. */
  readonly lawFile: string | undefined;
  /** The position up to which a read model was built that the operator gives up for a log which is another one. */
  readonly acceptOtherLog: number | undefined;
  readonly auth: AuthConfig;
  /** Undefined: nobody signs in by the issuer here. */
  readonly login: LoginConfig | undefined;
  /** Web pages of these origins may call the API from a browser. */
  readonly allowedOrigins: readonly string[];
  readonly explorer: boolean;
  /** The log's last event is of later than now, and the operator says: write on. */
  readonly acceptsClock: boolean;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** So many threads answer questions; none: the thread that takes requests in does. */
  readonly readingThreads: number;
  readonly limits: Limits;
}

/** Every variable the server reads, with what it must look like. */
const VARIABLES = {
  PORT: whole(0, 65_535),
  HOST: text("an address or a host name to listen on"),
  DATA_DIR: text("a folder"),
  EVENTSTORE_URL: eventStoreAddress("a connection string such as esdb://user:password@host:2113?tls=true"),
  LOG_LEVEL: oneOf(LOG_LEVELS),
  ALLOWED_ORIGINS: list(origin, "origins such as https://bao.example.vn, separated by commas"),
  AUTH_ISSUER: text("the `iss` of the access tokens"),
  AUTH_AUDIENCE: text("the `aud` of the access tokens"),
  AUTH_JWKS_URL: httpAddress("an https address (http only on this machine)"),
  AUTH_ALGORITHMS: list(algorithm, `some of ${ALGORITHMS.join(", ")}`),
  AUTH_ROLE_CLAIM: text("the claim that has the roles, such as realm_access.roles"),
  AUTH_ROLE_MAP: pairs(
    ROLES.values,
    "the issuer's roles and ours, such as ledger-clerk=CLERK,ledger-officer=PRESS_OFFICER",
  ),
  AUTH_UNIT_CLAIM: text("the claim that has the unit"),
  AUTH_SCOPES_CLAIM: text("the claim that has the scopes of a subscriber"),
  AUTH_CLIENT_ID: text("the id of the client that this server is at the issuer"),
  AUTH_CLIENT_SECRET: text("that client's secret"),
  AUTH_LOGIN_SCOPE: openIdScopes("scopes with blanks between them, openid among them"),
  PUBLIC_URL: ownOrigin("the origin of the page, such as https://so.example.vn (http only on this machine)"),
  LEDGER_MODE: oneOf(["production", "development"] as const),
  LEDGER_LAW: text("the path of a law file"),
  LEDGER_ACCEPT_OTHER_LOG: whole(1, Number.MAX_SAFE_INTEGER),
  LEDGER_ACCEPT_CLOCK: boolean(),
  LEDGER_EXPLORER: boolean(),
  LEDGER_MAX_BODY_BYTES: whole(1_024, 10_000_000),
  LEDGER_MAX_COST: whole(100, 10_000_000),
  LEDGER_MAX_WORK_MS: whole(100, 600_000),
  LEDGER_READING_THREADS: whole(1, 64),
  LEDGER_MAX_DEPTH: whole(3, 50),
  LEDGER_MAX_SOCKETS: whole(0, 100_000),
  LEDGER_MAX_SOCKETS_PER_SUBJECT: whole(1, 10_000),
  LEDGER_MAX_ANONYMOUS_SOCKETS: whole(0, 100_000),
  LEDGER_MAX_SUBSCRIPTIONS_PER_SOCKET: whole(1, 1_000),
  LEDGER_HEARTBEAT_MS: whole(1_000, 600_000),
} satisfies Record<string, Reader<unknown>>;

/** Names that start so are ours alone, so one we do not know is a mistake. */
const OUR_PREFIX = "LEDGER_";
/** Names that start so may also be another program's: only a near miss is a mistake. */
const SHARED_PREFIX = "AUTH_";

const DEVELOPMENT_ISSUER = "press-ledger-development";
const DEVELOPMENT_AUDIENCE = "press-ledger";

/**
 * The whole configuration, from the environment. An empty variable counts as absent.
 * @throws WrongSetting naming the variable and what was expected.
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  refuseUnknownNames(environment);
  const value = <N extends keyof typeof VARIABLES>(name: N) =>
    valueOf(environment, name, VARIABLES[name] as Reader<ReturnType<(typeof VARIABLES)[N]["read"]>>);
  const mode = value("LEDGER_MODE") ?? modeOf(environment["NODE_ENV"]);
  const limits: Partial<Record<keyof Limits, number | undefined>> = {
    maxBodyBytes: value("LEDGER_MAX_BODY_BYTES"),
    maxCost: value("LEDGER_MAX_COST"),
    maxWorkMs: value("LEDGER_MAX_WORK_MS"),
    maxDepth: value("LEDGER_MAX_DEPTH"),
    maxSockets: value("LEDGER_MAX_SOCKETS"),
    maxSocketsPerSubject: value("LEDGER_MAX_SOCKETS_PER_SUBJECT"),
    maxAnonymousSockets: value("LEDGER_MAX_ANONYMOUS_SOCKETS"),
    maxSubscriptionsPerSocket: value("LEDGER_MAX_SUBSCRIPTIONS_PER_SOCKET"),
    heartbeatMs: value("LEDGER_HEARTBEAT_MS"),
  };
  const lawFile = value("LEDGER_LAW");
  const auth = authOf(mode, {
    issuer: value("AUTH_ISSUER"),
    audience: value("AUTH_AUDIENCE"),
    jwksUrl: value("AUTH_JWKS_URL"),
    algorithms: value("AUTH_ALGORITHMS"),
    claims: {
      role: value("AUTH_ROLE_CLAIM") ?? OWN_CLAIMS.role,
      roles: value("AUTH_ROLE_MAP"),
      unit: value("AUTH_UNIT_CLAIM") ?? OWN_CLAIMS.unit,
      scopes: value("AUTH_SCOPES_CLAIM") ?? OWN_CLAIMS.scopes,
    },
  });
  return deepFreeze({
    mode,
    host: value("HOST") ?? "127.0.0.1",
    port: value("PORT") ?? 4000,
    dataDir: resolve(value("DATA_DIR") ?? "./data"),
    eventStoreUrl: value("EVENTSTORE_URL"),
    lawFile: lawFile === undefined ? undefined : resolve(lawFile),
    acceptOtherLog: value("LEDGER_ACCEPT_OTHER_LOG"),
    auth,
    login: loginOf(auth, {
      clientId: value("AUTH_CLIENT_ID"),
      clientSecret: value("AUTH_CLIENT_SECRET"),
      scope: value("AUTH_LOGIN_SCOPE"),
      publicUrl: value("PUBLIC_URL"),
    }),
    allowedOrigins: value("ALLOWED_ORIGINS") ?? [],
    explorer: value("LEDGER_EXPLORER") ?? true,
    acceptsClock: value("LEDGER_ACCEPT_CLOCK") ?? false,
    logLevel: value("LOG_LEVEL") ?? "info",
    readingThreads: value("LEDGER_READING_THREADS") ?? usualThreads(),
    limits: { ...DEFAULT_LIMITS, ...present(limits) },
  });
}

/** Two at least, so that one is there for those who ask for little; more than eight gain nothing. */
const usualThreads = (): number => Math.min(Math.max(availableParallelism(), 2), 8);

export const DEFAULT_LIMITS: Limits = {
  maxBodyBytes: 100 * 1_024,
  maxTokens: 1_000,
  maxDepth: 12,
  maxAliases: 30,
  maxDirectives: 20,
  maxSelections: 500,
  maxCost: 20_000,
  maxItemCost: 3_000,
  maxWorkMs: 10_000,
  maxSockets: 1_000,
  maxNewSockets: 100,
  maxQuietConnections: 1_000,
  maxAnonymousSockets: 100,
  maxSocketsPerSubject: 20,
  maxSubscriptionsPerSocket: 20,
  maxSocketMessageBytes: 64 * 1_024,
  maxSocketBacklogBytes: 1_048_576,
  socketInitTimeoutMs: 3_000,
  socketPingMs: 12_000,
  heartbeatMs: 20_000,
  requestTimeoutMs: 30_000,
  stopPatienceMs: 10_000,
};

type Given<T> = { readonly [K in keyof T]: T[K] | undefined };

function authOf(mode: Mode, given: Given<AuthConfig> & { readonly claims: ClaimSettings }): AuthConfig {
  const { issuer, audience, jwksUrl, algorithms = ["EdDSA", "ES256", "RS256"] } = given;
  // The development key's tokens are made as they are read.
  const claims = jwksUrl ? given.claims : OWN_CLAIMS;
  if (mode === "development") {
    const named = { issuer: issuer ?? DEVELOPMENT_ISSUER, audience: audience ?? DEVELOPMENT_AUDIENCE };
    return { ...named, jwksUrl, algorithms, claims };
  }
  return {
    issuer: issuer ?? needed("AUTH_ISSUER", VARIABLES.AUTH_ISSUER.expected),
    audience: audience ?? needed("AUTH_AUDIENCE", VARIABLES.AUTH_AUDIENCE.expected),
    jwksUrl: jwksUrl ?? needed("AUTH_JWKS_URL", VARIABLES.AUTH_JWKS_URL.expected),
    algorithms,
    claims,
  };
}

function loginOf({ issuer, jwksUrl }: AuthConfig, given: Given<LoginConfig>): LoginConfig | undefined {
  const { clientId, clientSecret, scope = "openid", publicUrl } = given;
  if (clientId === undefined) return undefined;
  const withClient = "with AUTH_CLIENT_ID";
  // Tokens of an issuer are checked with its keys, and it is found by its name.
  if (!jwksUrl) return needed("AUTH_JWKS_URL", VARIABLES.AUTH_JWKS_URL.expected, withClient);
  const { expected, read } = VARIABLES.AUTH_JWKS_URL;
  if (!read(issuer)) throw new WrongSetting("AUTH_ISSUER", `${expected}, as AUTH_CLIENT_ID is set`);
  return {
    clientId,
    clientSecret,
    scope,
    publicUrl: publicUrl ?? needed("PUBLIC_URL", VARIABLES.PUBLIC_URL.expected, withClient),
  };
}

/** NODE_ENV is shared with every other tool, so "test" is let pass; a third word is more likely a mistyped production. */
function modeOf(nodeEnv: string | undefined): Mode {
  if (nodeEnv === undefined || nodeEnv === "" || nodeEnv === "test" || nodeEnv === "development") return "development";
  if (nodeEnv === "production") return "production";
  throw new WrongSetting("NODE_ENV", "production or development (LEDGER_MODE, if set, goes before it)");
}

function refuseUnknownNames(environment: Readonly<Record<string, string | undefined>>): void {
  const known = Object.keys(VARIABLES);
  for (const name of Object.keys(environment)) {
    if (known.includes(name)) continue;
    const nearest = nearestName(name, known);
    const mistyped = name.startsWith(SHARED_PREFIX) && nearest.distance <= 3;
    if (!mistyped && !name.startsWith(OUR_PREFIX)) continue;
    throw new WrongSetting(name, `a variable that the server knows, such as ${nearest.name}`);
  }
}

function algorithm(text: string): string | undefined {
  return ALGORITHMS.find((known) => known === text);
}

function origin(text: string): string | undefined {
  return URL.canParse(text) && new URL(text).origin === text ? text : undefined;
}

const present = <T extends object>(values: T): { [K in keyof T]: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: NonNullable<T[K]>;
  };

function deepFreeze<T>(value: T): T {
  if (value === null || typeof value !== "object" || value instanceof URL) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
