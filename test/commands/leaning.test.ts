import { expect } from "chai";
import { CommandBus } from "../../src/commands/bus.js";
import { pressAgencySpecs } from "../../src/commands/pressAgencies.js";
import { reporterSpecs } from "../../src/commands/reporters.js";
import type { Outcome } from "../../src/commands/spec.js";
import { unitSpecs } from "../../src/commands/units.js";
import { visitSpecs } from "../../src/commands/visits.js";
import { StoreUnavailable } from "../../src/eventstore/contract.js";
import { factsFrom } from "../../src/projections/readModel/facts.js";
import { Api, OFFICER } from "../support/api.js";
import { cast, type Cast, SINCE } from "../support/cast.js";
import { specIn } from "../support/steps.js";

const BASED = { legalBasis: "QĐ 1", effectiveOn: "2019-01-01" } as const;

const registerVisit = specIn(visitSpecs, "RegisterVisit");
const registerReporter = specIn(reporterSpecs, "RegisterReporter");
const transferReporter = specIn(reporterSpecs, "TransferReporter");
const mergePressAgency = specIn(pressAgencySpecs, "MergePressAgency");
const closePressAgency = specIn(pressAgencySpecs, "ClosePressAgency");
const registerUnit = specIn(unitSpecs, "RegisterUnit");
const abolishUnit = specIn(unitSpecs, "AbolishUnit");
const codeOf = (outcome: Outcome): string => ("refusal" in outcome ? outcome.refusal.code : "done");
const plain = (globalId: string): string => globalId.slice(globalId.indexOf(":") + 1);

describe("whoever leans on another record", function () {
  this.timeout(20_000);
  let api: Api;
  let world: Cast;
  before(async () => {
    api = await Api.open();
    world = await cast(api);
  });
  after(() => api.close());

  const unit = async (name: string): Promise<string> =>
    plain(await api.done("registerUnit", { unit: { kind: "DEPARTMENT", name }, ...SINCE }));
  const agency = async (name: string): Promise<string> => {
    const input = { name, kinds: ["PRINT"], level: "LOCAL", governingBody: "Sở", registeredOn: "2018-01-01" };
    return plain(await api.done("registerPressAgency", input));
  };
  const reporter = async (name: string, agencyId: string): Promise<string> =>
    plain(
      await api.done("registerReporter", {
        ...{ name, kind: "OCCASIONAL", since: "2018-01-01" },
        agencyId: `PressAgency:${agencyId}`,
      }),
    );
  const next = (): { commandId: string } => ({ commandId: api.commandId() });
  const visiting = (hostId: string, reporterId = plain(world.uncarded)) => ({
    ...next(),
    ...({ hostIds: [hostId], reporterIds: [reporterId], topic: "LAND", subject: "Quy hoạch" } as const),
  });
  const run = (): CommandBus => api.ledger.bus;

  it("waits for who changes it: no visit to a unit that was abolished a moment ago", async () => {
    for (let n = 0; n < 10; n++) {
      const unitId = await unit(`Chi cục ${n}`);
      const answers = await Promise.all([
        run().run(abolishUnit, { ...next(), unitId, ...BASED }, OFFICER),
        run().run(registerVisit, visiting(unitId), OFFICER),
      ]);
      expect(answers.map(codeOf)).to.deep.equal(["done", "UNIT_ENDED"]);
    }
  });

  it("is not passed by who changes it: the visit that came first stands before the abolition", async () => {
    const unitId = await unit("Chi cục Kiểm lâm");
    const answers = await Promise.all([
      run().run(registerVisit, visiting(unitId), OFFICER),
      run().run(abolishUnit, { ...next(), unitId, ...BASED }, OFFICER),
    ]);
    const [visit, end] = answers.map((answer) => ("done" in answer ? answer.done.position : expect.fail("refused")));
    expect(visit).to.be.lessThan(end ?? 0);
  });

  it("waits for the merger of an agency", async () => {
    const into = await agency("Báo Còn Lại");
    for (let n = 0; n < 5; n++) {
      const agencyId = await agency(`Tạp chí ${n}`);
      const person = { name: `Nguyễn Thử ${n}`, kind: "OCCASIONAL", since: "2019-09-10" } as const;
      const answers = await Promise.all([
        run().run(mergePressAgency, { ...next(), agencyId, intoId: into, ...BASED }, OFFICER),
        run().run(registerReporter, { ...next(), ...person, agencyId }, OFFICER),
      ]);
      expect(answers.map(codeOf)).to.deep.equal(["done", "PRESS_AGENCY_ENDED"]);
    }
  });

  it("waits for those to whom the record leads, the agency of a reporter, as it is when the turn comes", async () => {
    const [from, to] = [await agency("Báo Trước"), await agency("Báo Sau")];
    const reporterId = await reporter("Lê Thử", from);
    const answers = await Promise.all([
      run().run(transferReporter, { ...next(), reporterId, toAgencyId: to, effectiveOn: "2019-02-01" }, OFFICER),
      run().run(closePressAgency, { ...next(), agencyId: to, ...BASED, effectiveOn: "2019-03-01" }, OFFICER),
      run().run(registerVisit, visiting(plain(world.health), reporterId), OFFICER),
    ]);
    expect(answers.map(codeOf)).to.deep.equal(["done", "done", "REPORTER_WITHOUT_AGENCY"]);
  });

  it("does not wait for others who lean on it too", async () => {
    const hosts = await unit("Sở Công Thương");
    const { log, law, reads } = api.ledger;
    let inside = 0;
    let most = 0;
    const append: typeof log.append = async (...args) => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return log.append(...args).finally(() => inside--);
    };
    const store = { append, readStream: log.readStream.bind(log), isShared: log.isShared };
    const reached = (at: number): Promise<boolean> => reads.reached(at);
    const bus = new CommandBus({ store, facts: factsFrom(reads), law, reached, now: () => api.time });
    const visits = Array.from({ length: 8 }, () => bus.run(registerVisit, visiting(hosts), OFFICER));
    expect((await Promise.all(visits)).map(codeOf)).to.deep.equal(visits.map(() => "done"));
    expect(most).to.equal(8);
  });

  it("is not decided on what the read model does not hold yet, and is told to come again", async () => {
    const { log, law, reads } = api.ledger;
    let late = true;
    const reached = (at: number): Promise<boolean> => (late ? Promise.resolve(false) : reads.reached(at));
    const bus = new CommandBus({ store: log, facts: factsFrom(reads), law, reached, now: () => api.time });
    const kind = "DEPARTMENT" as const;
    const registered = await bus.run(registerUnit, { ...next(), unit: { kind, name: "Sở Mới" }, ...SINCE }, OFFICER);
    expect("done" in registered && registered.done.readable).to.equal(false);
    const unitId = "done" in registered ? registered.done.entityId : "";
    const visit = visiting(unitId);
    const error = await bus.run(registerVisit, visit, OFFICER).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(StoreUnavailable);
    // Its own stream each command reads itself.
    expect(codeOf(await bus.run(abolishUnit, { ...next(), unitId, ...BASED }, OFFICER))).to.equal("done");
    late = false;
    expect(codeOf(await bus.run(registerVisit, visit, OFFICER))).to.equal("UNIT_ENDED");
  });
});
