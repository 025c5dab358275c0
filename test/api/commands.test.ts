import { expect } from "chai";
import { CommandBus } from "../../src/commands/bus.js";
import { reporterSpecs } from "../../src/commands/reporters.js";
import { visitSpecs } from "../../src/commands/visits.js";
import { factsFrom } from "../../src/projections/readModel/facts.js";
import { ANALYST, Api, type Json, OFFICER } from "../support/api.js";
import { cast, type Cast, checkedWalkIn, walkIn } from "../support/cast.js";
import { specIn } from "../support/steps.js";

const plainId = (globalId: string): string => globalId.slice(globalId.indexOf(":") + 1);

const registerVisit = specIn(visitSpecs, "RegisterVisit");
const registerReporter = specIn(reporterSpecs, "RegisterReporter");

describe("a command through the API", () => {
  let api: Api;
  let world: Cast;

  before(async () => {
    api = await Api.open();
    world = await cast(api);
  });
  after(() => api.close());

  const head = async (): Promise<number> => api.ledger.log.head();

  it("answers with the record as it stands at the position of its last event", async () => {
    const result = await api.command("registerVisit", checkedWalkIn(world));
    expect(result).to.include({ __typename: "VisitChanged", replayed: false, revision: 1 });
    expect(result.entity).to.include({ status: "DOCUMENTS_CHECKED", revision: 1 });
    const { visit } = await api.ask(
      `query ($id: VisitId!, $at: Position!) { visit(id: $id, asOf: { position: $at }) { status } }`,
      {
        id: result.entity.id,
        at: result.position,
      },
    );
    expect(visit.status).to.equal("DOCUMENTS_CHECKED");
  });

  it("sent twice is done once, and answered the same", async () => {
    const input = walkIn(world, { commandId: api.commandId("twice") });
    const first = await api.command("registerVisit", input);
    const before = await head();
    const again = await api.command("registerVisit", input);
    expect(again).to.deep.equal({ ...first, replayed: true });
    expect(await head()).to.equal(before);
  });

  it("sent twice at the same moment is done once", async () => {
    const input = checkedWalkIn(world, { commandId: api.commandId("at once") });
    const before = await head();
    const answers = await Promise.all([1, 2, 3, 4].map(() => api.command("registerVisit", input)));
    expect(answers.filter((answer) => !answer.replayed)).to.have.length(1);
    expect(new Set(answers.map((answer) => answer.position)).size).to.equal(1);
    expect(await head()).to.equal(before + 2);
  });

  it("is answered the same after a restart", async () => {
    const input = walkIn(world, { commandId: api.commandId("restart") });
    const first = await api.command("registerVisit", input);
    await api.reopen();
    expect(await api.command("registerVisit", input)).to.deep.equal({ ...first, replayed: true });
  });

  it("is the same command when its id comes back in capitals; an id of nothing but zeros is none", async () => {
    const commandId = api.commandId("capitals");
    const first = await api.command("registerVisit", walkIn(world, { commandId }));
    const again = await api.command("registerVisit", walkIn(world, { commandId: commandId.toUpperCase() }));
    expect(again).to.deep.equal({ ...first, replayed: true });
    const nil = await api.command(
      "registerVisit",
      walkIn(world, { commandId: "00000000-0000-0000-0000-000000000000" }),
    );
    expect(nil).to.include({ code: "INVALID_INPUT" });
  });

  it("does not take names that nobody can see or tell apart", async () => {
    const register = (name: string): Promise<Json> =>
      api.command("registerUnit", { unit: { kind: "SECTOR", name }, legalBasis: "QĐ", effectiveOn: "2018-01-01" });
    const unseen = ["\u200b", "\u3164", "\u202Eban", "a\u00ad", "a\u2028b", "a\ufe0f", "a\u034f", "a\u2800", "a\u17b4"];
    for (const name of [...unseen, "a\u{e0100}", "a\tb", "…", "Ban Qu\ufffdn lý"]) {
      expect((await register(name)).code, JSON.stringify(name)).to.equal("INVALID_INPUT");
    }
    expect((await register("Ban Dân tộc")).__typename).to.equal("UnitChanged");
    for (const name of ["BAN DÂN TỘC", "Ban  Dân  tộc", "Ｂan Dân tộc", "Ban Dân tộc".normalize("NFD")]) {
      expect((await register(name)).code, name).to.equal("UNIT_NAME_TAKEN");
    }
  });

  it("with the id of another command is an error, whatever record it speaks of", async () => {
    const commandId = api.commandId("mine");
    const first = await api.command("registerVisit", walkIn(world, { commandId }));
    const before = await head();
    const otherBody = await api.command("registerVisit", walkIn(world, { commandId, topic: "LAND" }));
    const otherCommand = await api.command("voidVisit", { commandId, visitId: first.entity.id, reason: "x" });
    const otherPerson = await api.command("registerVisit", walkIn(world, { commandId }), { ...ANALYST, role: "ADMIN" });
    for (const answer of [otherBody, otherCommand, otherPerson]) {
      expect(answer).to.include({ __typename: "CommandIdReused", code: "COMMAND_ID_REUSED" });
    }
    expect(await head()).to.equal(before);
  });

  it("is known again by the log alone, while the read model does not know it yet", async () => {
    const { log, law, reads } = api.ledger;
    const facts = { ...factsFrom(reads), command: () => undefined };
    const bus = new CommandBus({ store: log, facts, law, reached: () => Promise.resolve(false), now: () => api.time });
    const given = { topic: "HEALTH", subject: "Công tác phòng dịch" } as const;
    const ids = { hostIds: [plainId(world.health)], reporterIds: [plainId(world.carded)] };
    const input = { commandId: api.commandId("behind"), ...given, ...ids };
    const saying = (more: object): typeof input => ({ ...input, ...more });
    const first = await bus.run(registerVisit, input, OFFICER);
    const before = await head();
    const done = "done" in first ? first.done : undefined;
    expect(done).to.include({ replayed: false, readable: false, position: before });
    expect(await bus.run(registerVisit, input, OFFICER)).to.deep.equal({ done: { ...done, replayed: true } });

    const code = async (answer: ReturnType<CommandBus["run"]>): Promise<unknown> => {
      const outcome = await answer;
      return "refusal" in outcome ? outcome.refusal.code : outcome;
    };
    const documents = [{ reporterId: plainId(world.carded), kind: "PRESS_CARD", number: "IBT 00123" } as const];
    expect(await code(bus.run(registerVisit, saying({ topic: "LAND" }), OFFICER))).to.equal("COMMAND_ID_REUSED");
    expect(await code(bus.run(registerVisit, saying({ documents }), OFFICER))).to.equal("COMMAND_ID_REUSED");
    const person = { name: "Ngô Văn Tư", kind: "OCCASIONAL", since: "2018-01-01" } as const;
    const another = { commandId: input.commandId, ...person, agencyId: plainId(world.agency) };
    expect(await code(bus.run(registerReporter, another, OFFICER))).to.equal("COMMAND_ID_REUSED");
    expect(await head()).to.equal(before);
  });

  it("based on an old revision is refused, and says which is the present one", async () => {
    const { entity } = await api.command("registerVisit", walkIn(world));
    await api.done("reportObstacle", { visitId: entity.id, description: "Chờ lâu", expectedRevision: entity.revision });
    const late = await api.command("voidVisit", { visitId: entity.id, reason: "x", expectedRevision: entity.revision });
    expect(late).to.include({ __typename: "RevisionConflict", code: "REVISION_CONFLICT" });
    expect(late.message).to.contain("now 1");
  });

  it("on units, the revision is the unit's own, not the register's", async () => {
    const change = { legalBasis: "QĐ 2", effectiveOn: "2019-09-01" };
    const { units } = await api.ask(`{ units { nodes { id name revision } } }`);
    const health = units.nodes.find((unit: { name: string }) => unit.name === "Sở Y tế");
    await api.done("renameUnit", { unitId: world.land, name: "Sở TNMT", ...change });
    const renamed = await api.command("renameUnit", {
      unitId: health.id,
      name: "Sở Y tế tỉnh",
      expectedRevision: health.revision,
      ...change,
    });
    expect(renamed.__typename).to.equal("UnitChanged");
  });

  it("of two writers racing on one revision, one wins", async () => {
    const { entity } = await api.command("registerVisit", walkIn(world));
    const race = await Promise.all(
      [1, 2].map((n) =>
        api.command("reportObstacle", {
          visitId: entity.id,
          description: `Lần ${n}`,
          expectedRevision: entity.revision,
        }),
      ),
    );
    expect(race.map((answer) => answer.__typename).sort()).to.deep.equal(["RevisionConflict", "VisitChanged"]);
  });

  it("of two that claim one card number at the same moment, one gets it", async () => {
    const card = { number: "IBT 777", issue: "2016-2020", issuedOn: "2016-01-01", validTo: "2020-12-31" };
    const register = (name: string): Promise<Json> =>
      api.command("registerReporter", { name, kind: "CARD_HOLDER", agencyId: world.agency, since: "2018-01-01", card });
    const race = await Promise.all([register("Một"), register("Hai")]);
    expect(race.map((answer) => answer.code ?? "taken").sort()).to.deep.equal(["PRESS_CARD_TAKEN", "taken"]);
  });

  it("two entries are not merged into each other, even at the same moment", async () => {
    const register = (name: string): Promise<string> =>
      api.done("registerReporter", { name, kind: "OCCASIONAL", agencyId: world.agency, since: "2018-01-01" });
    const [a, b] = [await register("Một"), await register("Hai")];
    const merge = (reporterId: string, intoId: string): Promise<Json> =>
      api.command("mergeReporter", { reporterId, intoId, reason: "Cùng một người" });
    const race = await Promise.all([merge(a, b), merge(b, a)]);
    expect(race.filter((answer) => answer.code)).to.have.length(1);
  });

  it("of many writers on one record without a revision, all are taken, one after the other", async () => {
    const { entity } = await api.command("registerVisit", walkIn(world));
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        api.command("reportObstacle", { visitId: entity.id, description: `Lần ${n}` }),
      ),
    );
    const revisions = answers.map((answer) => answer.revision).sort((a, b) => a - b);
    expect(revisions).to.deep.equal(Array.from({ length: 20 }, (_, n) => entity.revision + 1 + n));
  });

  it("tells every field that does not have the right form, and repeats no value", async () => {
    const before = await head();
    const answer = await api.command("registerVisit", {
      ...walkIn(world, { hostIds: [], subject: "   ", correlationId: "secret-value", expectedRevision: -1 }),
      commandId: "not-a-uuid",
    });
    expect(answer).to.include({ __typename: "InvalidInput", code: "INVALID_INPUT" });
    const paths = answer.issues.map((issue: { path: string[] }) => issue.path[0]).sort();
    expect([...new Set(paths)]).to.deep.equal(["commandId", "correlationId", "expectedRevision", "hostIds", "subject"]);
    expect(JSON.stringify(answer)).not.to.contain("secret-value");
    expect(await head()).to.equal(before);
  });

  it("may name only what there is", async () => {
    const ghost = "Unit:00000000-0000-4000-8000-000000000000";
    const answer = await api.command("registerVisit", walkIn(world, { hostIds: [world.health, ghost] }));
    expect(answer).to.include({ __typename: "NotFound", code: "UNIT_NOT_FOUND" });
    expect(answer.path).to.deep.equal(["hostIds", "1"]);
  });

  it("is for those whose role allows it: nobody without a token, no analyst, a clerk only for the own unit", async () => {
    const { errors } = await api.tryAsk(
      `mutation ($id: UnitId!) { abolishUnit(input: { commandId: "x", unitId: $id, legalBasis: "x", effectiveOn: "2019-01-01" }) { __typename } }`,
      { id: world.land },
      null,
    );
    expect(errors.map((error) => error.code)).to.deep.equal(["UNAUTHENTICATED"]);
    const analyst = await api.command("registerVisit", walkIn(world), ANALYST);
    expect(analyst).to.include({ __typename: "NotAllowed", code: "NOT_ALLOWED" });
    const own = await api.command("registerVisit", walkIn(world), world.clerkOfHealth);
    expect(own.__typename).to.equal("VisitChanged");
    const others = await api.command("registerVisit", walkIn(world, { hostIds: [world.land] }), world.clerkOfHealth);
    expect(others).to.include({ __typename: "NotAllowed", code: "NOT_YOUR_UNIT" });
  });

  it("keeps text composed and without blanks around it, however it was typed", async () => {
    const { entity } = await api.command(
      "registerVisit",
      walkIn(world, { subject: "  Hòa giải\u0301  ".normalize("NFD") }),
    );
    const { visit } = await api.ask(`query ($id: VisitId!) { visit(id: $id) { subject } }`, { id: entity.id });
    expect(visit.subject).to.equal("Hòa giải\u0301".normalize("NFC"));
  });

  it("a clerk of the unit that came after keeps the records of the unit that ended", async () => {
    const { entity } = await api.command("registerVisit", walkIn(world));
    const merged = await api.done("mergeUnits", {
      fromIds: [world.health, world.land],
      newUnit: { kind: "DEPARTMENT", name: "Sở Hợp nhất" },
      legalBasis: "NQ 3",
      effectiveOn: "2019-10-01",
    });
    api.now = "2019-10-05T03:00:00.000Z";
    const clerk = { subject: "clerk-9", role: "CLERK", unitId: merged.replace("Unit:", "") } as const;
    const note = await api.command("reportObstacle", { visitId: entity.id, description: "Ghi bổ sung" }, clerk);
    expect(note.__typename).to.equal("VisitChanged");
    const today = await api.command("registerVisit", walkIn(world));
    expect(today).to.include({ code: "UNIT_ENDED" });
    const before = await api.command(
      "registerVisit",
      walkIn(world, { occurredAt: "2019-09-30T03:00:00.000Z", lateEntryReason: "Nhập bù" }),
    );
    expect(before.__typename).to.equal("VisitChanged");
  });
});
