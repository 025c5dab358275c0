import { expect } from "chai";
import { isRefused } from "../../../src/domain/kernel/decider.js";
import { sanction } from "../../../src/domain/sanction/record.js";
import { commandMeta } from "../../support/given.js";
import { SANCTION } from "./decisionScript.js";
import {
  at,
  type DataOf,
  fined,
  instalments,
  issued,
  lapse,
  payment,
  postponement,
  request,
  Story,
  suspended,
} from "./fineScript.js";

const PERIOD = ["2023-03-20", "2023-06-19"] as const;
const postponed = (): Story => fined().does("GrantFinePostponement", postponement(...PERIOD), "2023-03-20");
const requested = (): Story => postponed().does("RequestFineReduction", request("2023-04-10"), "2023-04-10");

describe("enforcement", () => {
  const enforcement = (startedOn: string): DataOf<"StartFineEnforcement"> => ({
    measure: "ACCOUNT_DEDUCTION",
    startedOn,
    document: "08/QĐ-CC",
  });
  const no = (story: Story, day: string, code: string, today = day): Story =>
    story.refuses("StartFineEnforcement", enforcement(day), today, code);

  it("starts on the day after the last day to pay", () => {
    no(fined(), "2023-03-13", "FINE_NOT_OVERDUE");
    const story = fined().does("StartFineEnforcement", enforcement("2023-03-14"), "2023-03-14");
    expect(story.sanction.fine.enforcedFrom).to.equal("2023-03-14");
  });
  it("does not start on a decision that was not served, or ahead of time", () => {
    no(new Story(issued()), "2023-04-01", "FINE_NOT_SERVED");
    no(fined(), "2023-03-15", "SANCTION_DAY_IN_FUTURE", "2023-03-14");
  });
  it("waits while the fine is postponed, execution suspended, or a reduction considered", () => {
    no(postponed(), "2023-06-19", "FINE_EXECUTION_PAUSED");
    no(fined().hear(suspended("2023-03-10")), "2023-04-01", "FINE_EXECUTION_PAUSED");
    no(requested(), "2023-07-01", "FINE_EXECUTION_PAUSED");
    postponed().does("StartFineEnforcement", enforcement("2023-06-20"), "2023-06-20");
  });
  it("waits while instalments are paid as granted, and no longer", () => {
    const plan = instalments([
      ["2023-04-10", "9000000"],
      ["2023-08-10", "13500000"],
    ]);
    no(fined().does("GrantFineInstalments", plan, "2023-03-10"), "2023-04-10", "FINE_EXECUTION_PAUSED");
    fined()
      .does("GrantFineInstalments", plan, "2023-03-10")
      .does("StartFineEnforcement", enforcement("2023-04-11"), "2023-04-11");
  });
});

describe("evasion and lapse", () => {
  const evasion = (from: string, to: string | null): DataOf<"RecordFineEvasion"> => ({ from, to, note: "Bỏ trốn" });
  const evades = (story: Story, from: string, to: string | null, today: string): Story =>
    story.does("RecordFineEvasion", evasion(from, to), today);

  it("evasion runs forward, is past, and is news", () => {
    const no = (story: Story, from: string, to: string | null, code: string): Story =>
      story.refuses("RecordFineEvasion", evasion(from, to), "2023-06-01", code);
    no(fined(), "2023-05-01", "2023-04-30", "FINE_PERIOD_REVERSED");
    no(fined(), "2023-06-02", null, "SANCTION_DAY_IN_FUTURE");
    no(fined(), "2023-05-01", "2023-06-02", "SANCTION_DAY_IN_FUTURE");
    no(evades(fined(), "2023-04-01", null, "2023-05-01"), "2023-05-01", null, "FINE_EVASION_KNOWN");
    no(evades(fined(), "2023-04-01", "2023-05-01", "2023-05-01"), "2023-04-01", "2023-05-01", "FINE_EVASION_KNOWN");
  });

  it("a year after the decision the fine lapses with what is outstanding", () => {
    const story = fined().does("RecordFinePayment", payment("2500000", "2023-03-10"), "2023-03-10");
    story.refuses("RecordFineLapse", lapse("2024-03-01"), "2024-03-02", "FINE_STILL_EXECUTABLE", ["lapsedOn"]);
    story.refuses("RecordFineLapse", lapse("2024-03-03"), "2024-03-02", "SANCTION_DAY_IN_FUTURE");
    story.does("RecordFineLapse", lapse("2024-03-02"), "2024-03-02");
    expect(story.sanction.fine).to.include({ decided: 22_500_000n, collected: 2_500_000n, lapsed: 20_000_000n });
  });

  it("not while the offender evades, and then a year from the end of it", () => {
    const story = evades(fined(), "2023-04-01", null, "2023-04-02");
    story.refuses("RecordFineLapse", lapse("2025-01-01"), "2025-01-01", "FINE_STILL_EVADED");
    evades(story, "2023-04-01", "2024-05-10", "2025-01-01");
    story.refuses("RecordFineLapse", lapse("2025-05-10"), "2025-05-10", "FINE_STILL_EXECUTABLE");
    story.does("RecordFineLapse", lapse("2025-05-11"), "2025-05-11");
  });

  it("death, dissolution and bankruptcy drop it at once, for whom they can befall; measures stay", () => {
    const wrong = (kind: "INDIVIDUAL" | "ORGANISATION", ground: "DEATH" | "DISSOLUTION" | "BANKRUPTCY"): Story =>
      fined("22500000", { kind }).refuses(
        "RecordFineLapse",
        lapse("2023-04-01", ground),
        "2023-04-01",
        "FINE_LAPSE_OF_OTHER_SUBJECT",
      );
    wrong("ORGANISATION", "DEATH");
    wrong("INDIVIDUAL", "DISSOLUTION");
    wrong("INDIVIDUAL", "BANKRUPTCY");
    const story = fined().does("RecordFineLapse", lapse("2023-04-01", "DEATH"), "2023-04-01");
    expect(story.sanction.fine.lapsed).to.equal(22_500_000n);
    expect(story.sanction.measures).to.deep.equal(fined().sanction.measures);
  });
});

describe("when something is said to have happened", () => {
  const said = (occurredOn: string): string | undefined => {
    const meta = commandMeta({ now: at("2023-04-10"), occurredAt: at(occurredOn) });
    const data = { sanctionId: SANCTION, from: "2023-04-01", to: null, note: "Bỏ trốn" };
    const decision = sanction.decider.decide({ type: "RecordFineEvasion", data, meta }, fined().sanction);
    return isRefused(decision) ? decision.refusal.code : undefined;
  };
  it("it is not ahead, and an earlier day is explained", () => {
    expect(said("2023-04-10")).to.equal(undefined);
    expect(said("2023-04-11")).to.equal("OCCURRED_IN_FUTURE");
    expect(said("2023-04-09")).to.equal("LATE_ENTRY_NEEDS_REASON");
  });
});
