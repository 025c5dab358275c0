import { expect } from "chai";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { loadConfig } from "../../src/config.js";
import { explained } from "../../src/cli/explainToken.js";
import { startServer } from "../../src/server/server.js";
import { cleanUp, tracked } from "../eventstore/support/stores.js";
import { Api, type Json } from "../support/api.js";
import { walkIn, cast, type Cast } from "../support/cast.js";
import { type OpenIdProvider, openIdProvider } from "./support/openIdProvider.js";
import { ask, codes, withoutThreads } from "./support/servers.js";
import { SocketClient } from "./support/sockets.js";
import { StreamClient } from "./support/streams.js";

const AUDIENCE = "press-ledger-api";
const CLI = fileURLToPath(new URL("../../src/cli/token.js", import.meta.url));
const ROLE_MAP = "ledger-inspector=INSPECTOR,ledger-officer=PRESS_OFFICER,ledger-clerk=CLERK,ledger-portal=SUBSCRIBER";
const NOTICES = `subscription { notices(from: BEGINNING) { __typename ... on Notice { cursor type recordIds }
  ... on CaughtUp { cursor } ... on Heartbeat { cursor } } }`;

describe("a real OpenID provider, with Keycloak's claims", () => {
  let api: Api;
  let world: Cast;
  let provider: OpenIdProvider;
  let url = "";
  let ward = "";
  let env: Readonly<Record<string, string>>;
  const lines: string[] = [];

  before(async () => {
    api = await Api.open("2026-11-30T03:00:00.000Z");
    world = await cast(api);
    const coded = (code: string, name: string, effectiveOn = "2018-01-01"): Promise<string> =>
      api.done("registerUnit", { unit: { kind: "COMMUNE", name, code }, legalBasis: "NQ", effectiveOn });
    ward = await coded("14758", "Phường Hạc Thành");
    const ended = await coded("14761", "Phường Ba Đình");
    await api.done("mergeUnits", { fromIds: [ended], intoId: ward, legalBasis: "NQ", effectiveOn: "2025-07-01" });
    // A code that a new unit has taken over is the new unit's.
    const before = await coded("14800", "Xã Quảng Thắng");
    await api.done("mergeUnits", { fromIds: [before], intoId: ward, legalBasis: "NQ", effectiveOn: "2025-07-01" });
    await coded("14800", "Phường Quảng Phú", "2025-07-01");
    provider = await openIdProvider(AUDIENCE);
    env = {
      LEDGER_MODE: "production",
      AUTH_ISSUER: provider.issuer,
      AUTH_AUDIENCE: AUDIENCE,
      AUTH_JWKS_URL: provider.jwksUrl,
      AUTH_ROLE_CLAIM: "realm_access.roles",
      AUTH_ROLE_MAP: ROLE_MAP,
      AUTH_UNIT_CLAIM: "unit_code",
      AUTH_SCOPES_CLAIM: "ledger.scopes",
      DATA_DIR: api.folder,
    };
    const config = withoutThreads(env);
    const server = tracked(
      await startServer({ config, ledger: api.ledger, logTo: { write: (line) => void lines.push(line) } }),
    );
    url = server.url;
  });
  after(async () => {
    await cleanUp();
    await api.close();
  });

  const roles = (...named: string[]): Record<string, unknown> => ({
    realm_access: { roles: ["offline_access", ...named] },
  });
  const clerk = (code: unknown): Promise<string> => provider.token({ ...roles("ledger-clerk"), unit_code: code });
  const viewer = async (token: string): Promise<Json> =>
    (await ask(`${url}/graphql`, "{ viewer { role unit { name } } }", { token })).data?.["viewer"];
  const register = async (token: string, hostId: string): Promise<Json> => {
    const query = `mutation ($input: RegisterVisitInput!) { registerVisit(input: $input) { __typename ... on UserError { code } } }`;
    const input = { ...walkIn(world, { hostIds: [hostId] }), commandId: crypto.randomUUID() };
    return (await ask(`${url}/graphql`, query, { token, variables: { input } })).data?.["registerVisit"];
  };
  /** What it is told, and what the log says of it. */
  const refusal = async (token: string): Promise<readonly [string, string]> => {
    const before = lines.length;
    const answer = await ask(`${url}/graphql`, "{ viewer { role } }", { token });
    expect([answer.status, ...codes(answer)]).to.deep.equal([401, "UNAUTHENTICATED"]);
    const told = lines.slice(before).map((line) => (JSON.parse(line) as { msg: string }).msg);
    expect(lines.slice(before).join(), "the log has nothing of the token").not.to.include(token.slice(0, 20));
    return [answer.errors[0]!.message, told.find((line) => line.startsWith("an access token")) ?? "nothing"];
  };

  it("says the role, by its own names, and the unit, by its official code", async () => {
    const token = await clerk("14758");
    expect(await viewer(token)).to.deep.equal({ role: "CLERK", unit: { name: "Phường Hạc Thành" } });
    expect(await register(token, ward)).to.deep.include({ __typename: "VisitChanged" });
    expect(await register(token, world.land)).to.deep.include({ code: "NOT_YOUR_UNIT" });
  });

  it("may say the unit by its id, or as a list of one", async () => {
    for (const unit of [ward, ward.replace("Unit:", ""), ["14758"]]) {
      expect((await viewer(await clerk(unit))).unit, String(unit)).to.deep.equal({ name: "Phường Hạc Thành" });
    }
  });

  it("may say several roles: the first that the map has counts, whatever their order in the token", async () => {
    for (const named of [
      ["ledger-clerk", "ledger-officer"],
      ["ledger-officer", "ledger-clerk"],
    ]) {
      expect((await viewer(await provider.token(roles(...named)))).role).to.equal("PRESS_OFFICER");
    }
  });

  it("is told that none of its roles counts, and what is called as a role of ours does not either", async () => {
    for (const named of [[], ["ADMIN"], ["ledger-clerk2"]]) {
      const [told, logged] = await refusal(await provider.token(roles(...named)));
      expect(told).to.equal("The access token's role is none that counts here.");
      expect(logged).to.equal(
        "an access token is refused: its claim `realm_access.roles` names no role that AUTH_ROLE_MAP has",
      );
    }
    const [, missing] = await refusal(await provider.token({ role: "ADMIN" }));
    expect(missing).to.contain("it has no claim `realm_access.roles`");
  });

  it("is told of a clerk's unit that is missing, unknown, no text", async () => {
    expect((await refusal(await clerk(undefined)))[1]).to.contain("it has no claim `unit_code`, and a CLERK acts for");
    const [told, logged] = await refusal(await clerk("99999"));
    expect(told).to.equal("The unit in the access token is not in this ledger's register.");
    expect(logged).to.contain("by an official code that the register of units does not have");
    expect((await refusal(await clerk({ code: "14758" })))[1]).to.contain("neither the id of a unit nor an official");
    // An officer whose unit is not entered yet can enter it.
    const officer = await provider.token({ ...roles("ledger-officer"), unit_code: "99999" });
    expect(await viewer(officer)).to.deep.equal({ role: "PRESS_OFFICER", unit: null });
  });

  it("names by a code the unit that has it today; of an ended one the clerk is told whose the records are", async () => {
    expect((await viewer(await clerk("14800"))).unit).to.deep.equal({ name: "Phường Quảng Phú" });
    const ended = await clerk("14761");
    expect((await viewer(ended)).unit).to.deep.equal({ name: "Phường Ba Đình" });
    expect(await register(ended, ward)).to.deep.include({ code: "YOUR_UNIT_ENDED" });
  });

  it("is told that a token is for another audience, or no token at all", async () => {
    const [told, logged] = await refusal(await provider.token(roles("ledger-officer"), "mail"));
    expect([told, logged]).to.deep.equal([
      "The access token is not valid here.",
      "an access token is refused: its `aud` is not the one of AUTH_AUDIENCE",
    ]);
    expect((await refusal("0123456789abcdefghijklmnopqrstuvwxyz"))[1]).to.contain("no signed JSON Web Token");
  });

  it("gives a subscriber its scopes, which hold on both transports", async () => {
    const visit = await api.done("registerVisit", walkIn(world, { hostIds: [ward] }));
    await api.done("registerVisit", walkIn(world, { hostIds: [world.land] }));
    const scopes = { subjects: ["VISIT"], unitIds: ["14758"] };
    const token = await provider.token({ ...roles("ledger-portal"), ledger: { scopes } });
    const socket = await SocketClient.ready(`${url}/graphql`, { Authorization: `Bearer ${token}` });
    const stream = await StreamClient.open(url, NOTICES, { token });
    socket.subscribe("1", NOTICES);
    const told: Record<"socket" | "stream", Json[]> = { socket: [], stream: [] };
    for (let item: Json = {}; item.__typename !== "CaughtUp";) {
      item = ((await stream.next())?.data as Json).data.notices;
      told.stream.push(item);
    }
    while (told.socket.at(-1)?.__typename !== "CaughtUp") {
      await new Promise((resolve) => setTimeout(resolve, 20));
      told.socket = socket.messages
        .filter(({ type }) => type === "next")
        .map(({ payload }) => (payload as Json).data.notices);
    }
    stream.leave();
    await socket.close();
    expect(told.socket).to.deep.equal(told.stream);
    const notices = told.stream.slice(0, -1);
    // Of the clerk's visit above, and of this one: not of the land's.
    expect(notices.map(({ type }) => type)).to.deep.equal(["VisitRegistered", "VisitRegistered"]);
    expect(notices.at(-1).recordIds).to.deep.equal([visit]);
  });

  for (const [what, scopes, reason] of [
    ["none", undefined, "its claim `ledger.scopes` is missing"],
    ["an unknown kind", { subjects: ["VISIT", "MONEY"], unitIds: ["*"] }, "has no `subjects` that are among VISIT"],
    ["no kind", { subjects: [], unitIds: ["*"] }, "has no `subjects`"],
    ["no unit", { subjects: ["VISIT"] }, "has no `unitIds`"],
    ["an unknown unit", { subjects: ["VISIT"], unitIds: ["99999"] }, "that the register of units does not have"],
  ] as const) {
    it(`is told of a subscriber's scopes that are wrong: ${what}`, async () => {
      const token = await provider.token({ ...roles("ledger-portal"), ...(scopes ? { ledger: { scopes } } : {}) });
      expect((await refusal(token))[1]).to.contain(reason);
    });
  }

  describe("npm run token -- explain", () => {
    /** What the program is made of, which says the line or throws with it. */
    async function explain(token: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
      const config = loadConfig({ ...env, ...more });
      const said = await explained(token, config).catch(({ message }: Error) => message);
      expect(said).not.to.contain("\n");
      return said;
    }

    /** Its exit code, and all that it says. */
    async function program(token: string): Promise<readonly [number, string]> {
      const { PATH = "", HOME = "" } = process.env;
      const child = spawn(process.execPath, [CLI, "explain", token], { env: { PATH, HOME, ...env } });
      let said = "";
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += String(chunk)));
      const [code] = (await once(child, "close")) as [number];
      expect(said.trimEnd()).not.to.contain("\n");
      return [code, said.trimEnd()];
    }

    it("says in one line what a token grants", async () => {
      const [code, said] = await program(await clerk("14758"));
      expect(code).to.equal(0);
      expect(said).to.match(/^It is taken until 20\S+Z: CLERK, acting from Unit:\S+ \(Phường Hạc Thành\), as "so-t/);
      const ended = await explain(await clerk("14761"));
      expect(ended).to.contain("which ended on 2025-07-01: its successor's tokens keep its records, this one none");
      const scopes = { subjects: ["VISIT"], unitIds: ["*"] };
      const portal = await explain(await provider.token({ ...roles("ledger-portal"), ledger: { scopes } }));
      expect(portal).to.contain("SUBSCRIBER of VISIT, of every unit, as");
    });

    it("says in one line why it is refused, with what it has and what was wanted", async () => {
      const [code, said] = await program(await provider.token(roles("somebody"), "mail"));
      expect(code).to.equal(1);
      expect(said).to.match(/^It is refused: its `aud` is not the one of AUTH_AUDIENCE\. \(It has iss "http:/);
      expect(said).to.contain('aud "mail", wanted "press-ledger-api"');
      expect(said).to.contain('realm_access.roles ["offline_access","somebody"]');
      expect(await explain("abc")).to.equal("It is refused: it is no signed JSON Web Token.");
    });

    it("says what stands in its way", async () => {
      const elsewhere = await explain(await clerk("14758"), { DATA_DIR: "/nonexistent/ledger" });
      expect(elsewhere).to.contain("Set DATA_DIR to the server's");
      const down = await explain(await clerk("14758"), { AUTH_JWKS_URL: "http://127.0.0.1:1/jwks" });
      expect(down).to.match(/^The keys at AUTH_JWKS_URL cannot be had/);
    });
  });
});
