import { expect } from "chai";
import { Api, type Json } from "../support/api.js";
import {
  act,
  decisionOn,
  type EnforcementWorld,
  enforcementWorld,
  HEAVY,
  payment,
  titleOf,
} from "../support/enforcement.js";
import { INSPECTOR } from "../support/violationCases.js";

const DUE = `query ($filter: DueFilter, $on: LocalDate, $asOf: AsOf, $first: Int, $after: String) {
  due(filter: $filter, on: $on, asOf: $asOf, first: $first, after: $after) {
    totalCount { value } pageInfo { endCursor hasNextPage } basis { position }
    nodes { id kind what { vi en } recordId record { id } partId unit { id } units { id } since by byMoment isByTheHour
      rule { key } dueIn isOverdue overdueWorkingDays } } }`;

interface Asked {
  readonly filter?: Record<string, unknown>;
  readonly on?: string;
  readonly asOf?: Record<string, unknown>;
}

describe("what is due", function () {
  let api: Api;
  let world: EnforcementWorld;
  beforeEach(async () => {
    api = await Api.open();
    world = await enforcementWorld(api);
  });
  afterEach(() => api.close());

  const ask = async (asked: Asked = {}): Promise<Json[]> =>
    (await api.ask(DUE, { first: 100, ...asked }, INSPECTOR)).due.nodes;
  /** `KIND by rule`, as of now or of an earlier position. */
  const told = async (recordId: string, asked: Asked = {}): Promise<string[]> =>
    (await ask({ ...asked, filter: { recordId, ...asked.filter } })).map(({ kind, by, rule }) =>
      [kind, by, rule?.key].filter(Boolean).join(" "),
    );

  it("is told of a case from its detection to its decision, and then of the decision", async () => {
    const party = { kind: "HOUSEHOLD_BUSINESS", name: "Nguyễn Văn An" };
    const caseId = await world.cases.record({ parties: [party] });
    console.log(await told(caseId));
    const [{ id: partyId }] = (await world.cases.ask(caseId)).parties;
    await world.cases.drawUp(caseId, { violations: [{ partyId, ...titleOf(HEAVY, "Sách Một") }] });
    console.log(await told(caseId));
    const violationIds = (await world.cases.ask(caseId)).violations.map(({ id }: Json) => id);
    await act(api, "waiveExplanation", { caseId, partyId });
    console.log(await told(caseId));
    const id = await act(api, "issueSanction", decisionOn(world, { caseId, partyId, violationIds }));
    console.log(await told(caseId), await told(id));
    await act(api, "serveSanction", { sanctionId: id, receivedOn: "2019-09-10" });
    console.log(await told(id));
    await act(api, "recordFinePayment", payment(id, "25000000", "2019-09-10", { number: "0001" }));
    console.log(await told(id));
    console.log(JSON.stringify((await api.ask(DUE, { first: 100 }, INSPECTOR)).due, null, 1));
    expect(1).to.equal(1);
  });
});
