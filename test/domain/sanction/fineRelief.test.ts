import { expect } from "chai";
import { outstandingOf } from "../../../src/domain/sanction/fine.js";
import { lawBook } from "../../support/law.js";
import {
  annulled,
  type DataOf,
  fined,
  instalments,
  lapse,
  payment,
  postponement,
  reduction,
  request,
  type Story,
} from "./fineScript.js";

const PERIOD = ["2023-03-20", "2023-06-19"] as const;
const postponed = (): Story => fined().does("GrantFinePostponement", postponement(...PERIOD), "2023-03-20");
const requested = (): Story => postponed().does("RequestFineReduction", request("2023-04-10"), "2023-04-10");
const paidUp = (): Story => fined().does("RecordFinePayment", payment("22500000", "2023-03-10"), "2023-03-10");

describe("nothing more is done about a fine", () => {
  const today = "2024-06-03";
  const rest: readonly (readonly [type: never, data: never])[] = [
    ["GrantFinePostponement", postponement(...PERIOD)],
    [
      "GrantFineInstalments",
      instalments([
        ["2023-04-10", "9000000"],
        ["2023-08-10", "13500000"],
      ]),
    ],
    ["RequestFineReduction", request("2023-04-10")],
    ["StartFineEnforcement", { measure: "OTHER", startedOn: "2023-04-10", document: "1" }],
    ["RecordFineEvasion", { from: "2023-04-10", to: null, note: "Không có mặt" }],
    ["RecordFineLapse", lapse(today)],
  ] as never;
  for (const [type, data] of rest) {
    it(`that is paid: ${String(type)}`, () => void paidUp().refuses(type, data, today, "FINE_NOTHING_OUTSTANDING"));
    it(`that was annulled: ${String(type)}`, () =>
      void fined().hear(annulled("2023-03-09")).refuses(type, data, today, "SANCTION_STATUS_FORBIDS"));
  }
  it("before the decision was signed", () => {
    const early = postponement("2023-03-20", "2023-06-19");
    fined().refuses("GrantFinePostponement", early, "2023-02-27", "SANCTION_DAY_BEFORE_SIGNING", ["occurredAt"]);
  });
});

describe("a postponement", () => {
  const no = (data: DataOf<"GrantFinePostponement">, code: string, story = fined()): Story =>
    story.refuses("GrantFinePostponement", data, "2023-03-20", code);

  it("names the law it rests on", () => {
    const [event] = postponed().last;
    expect(event?.type === "FinePostponed" && event.data.law.map((one) => one.key)).to.deep.equal([
      "POSTPONEMENT_FROM_INDIVIDUAL",
      "POSTPONEMENT",
    ]);
  });
  it("is for fines from the threshold on", () => {
    no(postponement(...PERIOD), "FINE_BELOW_THRESHOLD", fined("1999999"));
    fined("2000000").does("GrantFinePostponement", postponement(...PERIOD), "2023-03-20");
  });
  it("of an organisation has another threshold", () => {
    const threshold = lawBook().parameter("POSTPONEMENT_FROM_ORGANISATION", "2023-03-20");
    no({ ...postponement(...PERIOD), threshold }, "FINE_BELOW_THRESHOLD", fined("99999999"));
  });
  it("is granted once", () => void no(postponement(...PERIOD), "FINE_POSTPONED_ALREADY", postponed()));
  it("does not begin before the signing", () =>
    void no(postponement("2023-02-28", "2023-03-20"), "SANCTION_DAY_BEFORE_SIGNING"));
  it("runs forward", () => void no(postponement("2023-03-20", "2023-03-19"), "FINE_PERIOD_REVERSED"));
  it("lasts to the law's last day at most", () => {
    no(postponement("2023-03-20", "2023-06-21"), "FINE_POSTPONED_TOO_LONG");
    fined().does("GrantFinePostponement", postponement("2023-03-20", "2023-06-20"), "2023-03-20");
  });
});

describe("instalments", () => {
  const TWO = [
    ["2023-04-10", "9000000"],
    ["2023-08-10", "13500000"],
  ] as const;
  const no = (parts: Parameters<typeof instalments>[0], code: string, story = fined(), grantedOn?: string): Story =>
    story.refuses("GrantFineInstalments", instalments(parts, grantedOn), "2023-03-10", code);

  it("are granted: the first of 40 %, together all that is outstanding", () => {
    const story = fined().does("GrantFineInstalments", instalments(TWO), "2023-03-10");
    expect(story.sanction.fine.instalments).to.have.length(2);
  });
  it("are for fines from the threshold on", () =>
    void no(
      [
        ["2023-04-10", "7000000"],
        ["2023-08-10", "7999999"],
      ],
      "FINE_BELOW_THRESHOLD",
      fined("14999999"),
    ));
  it("are asked for once at a time; no interest runs until the answer", () => {
    const asking = request("2023-03-20");
    const asked = fined().does("RequestFineInstalments", asking, "2023-03-20");
    asked.refuses("RequestFineInstalments", asking, "2023-03-21", "FINE_INSTALMENTS_PENDING");
    asked.refuses(
      "RefuseFineInstalments",
      { refusedOn: "2023-03-19", document: "7" },
      "2023-03-22",
      "FINE_ANSWERED_BEFORE_REQUEST",
    );
    asked.refuses(
      "StartFineEnforcement",
      { measure: "OTHER", startedOn: "2023-03-21", document: "1" },
      "2023-03-21",
      "FINE_EXECUTION_PAUSED",
    );
    asked.does("RefuseFineInstalments", { refusedOn: "2023-03-30", document: "7" }, "2023-03-30");
    const pause = { kind: "INSTALMENTS_PENDING", from: "2023-03-20", to: "2023-03-29" };
    expect(asked.sanction.fine).to.deep.include({ pauses: [pause], instalmentsRequestedOn: null });
    asked.refuses(
      "RefuseFineInstalments",
      { refusedOn: "2023-03-30", document: "7" },
      "2023-03-30",
      "FINE_INSTALMENTS_NOT_REQUESTED",
    );
    asked.does("RequestFineInstalments", request("2023-04-01"), "2023-04-01");
    asked.does("GrantFineInstalments", instalments(TWO, "2023-04-05"), "2023-04-05");
    expect(asked.sanction.fine.pauses.slice(1)).to.deep.equal([
      { kind: "INSTALMENTS_PENDING", from: "2023-04-01", to: "2023-04-04" },
      { kind: "INSTALMENTS", from: "2023-04-05", to: "2023-08-10" },
    ]);
    asked.refuses("RequestFineInstalments", request("2023-04-06"), "2023-04-06", "FINE_INSTALMENTS_GRANTED");
  });
  it("are granted once", () =>
    void no(TWO, "FINE_INSTALMENTS_GRANTED", fined().does("GrantFineInstalments", instalments(TWO), "2023-03-10")));
  it("are not granted ahead of time", () => void no(TWO, "SANCTION_DAY_IN_FUTURE", fined(), "2023-03-11"));
  it("are two or three", () => {
    no([["2023-04-10", "22500000"]], "FINE_INSTALMENT_COUNT");
    const four = [
      ["2023-04-10", "9000000"],
      ["2023-05-10", "4500000"],
      ["2023-06-10", "4500000"],
      ["2023-07-10", "4500000"],
    ];
    no(four as never, "FINE_INSTALMENT_COUNT");
  });
  it("are money each", () =>
    void no(
      [
        ["2023-04-10", "22500000"],
        ["2023-08-10", "0"],
      ],
      "FINE_AMOUNT_ZERO",
    ));
  it("follow one another, from the grant on", () => {
    no(
      [
        ["2023-04-10", "9000000"],
        ["2023-04-10", "13500000"],
      ],
      "FINE_INSTALMENTS_NOT_IN_ORDER",
    );
    no(
      [
        ["2023-03-09", "9000000"],
        ["2023-04-10", "13500000"],
      ],
      "FINE_INSTALMENTS_NOT_IN_ORDER",
    );
  });
  it("end within the law's time", () =>
    void no(
      [
        ["2023-04-10", "9000000"],
        ["2023-09-06", "13500000"],
      ],
      "FINE_INSTALMENTS_TOO_LATE",
    ));
  it("make what is outstanding", () =>
    void no(
      [
        ["2023-04-10", "9000000"],
        ["2023-08-10", "13500001"],
      ],
      "FINE_INSTALMENTS_SUM",
    ));
  it("begin with 40 % of the fine, counting what was paid before", () => {
    no(
      [
        ["2023-04-10", "8999999"],
        ["2023-08-10", "13500001"],
      ],
      "FINE_FIRST_INSTALMENT_TOO_SMALL",
    );
    fined()
      .does("RecordFinePayment", payment("8000000", "2023-03-08"), "2023-03-08")
      .does(
        "GrantFineInstalments",
        instalments([
          ["2023-04-10", "1000000"],
          ["2023-08-10", "13500000"],
        ]),
        "2023-03-10",
      );
  });
});

describe("a reduction", () => {
  it("follows a postponement", () => {
    fined().refuses("RequestFineReduction", request("2023-04-10"), "2023-04-10", "FINE_NOT_POSTPONED");
    postponed().refuses("RequestFineReduction", request("2023-03-19"), "2023-04-10", "FINE_NOT_POSTPONED");
  });
  it("is asked for once at a time, and not ahead of time", () => {
    requested().refuses("RequestFineReduction", request("2023-04-11"), "2023-04-11", "FINE_REDUCTION_PENDING");
    postponed().refuses("RequestFineReduction", request("2023-04-11"), "2023-04-10", "SANCTION_DAY_IN_FUTURE");
  });
  it("can be asked for again after a refusal", () => {
    requested()
      .does("RefuseFineReduction", { refusedOn: "2023-04-20", document: "1" }, "2023-04-20")
      .does("RequestFineReduction", request("2023-05-10"), "2023-05-10");
  });
  it("is answered only where it was asked for, and after that", () => {
    const refusal = { refusedOn: "2023-04-09", document: "1" };
    postponed().refuses("RefuseFineReduction", refusal, "2023-04-20", "FINE_REDUCTION_NOT_REQUESTED");
    postponed().refuses(
      "GrantFineReduction",
      reduction("1", "2023-04-20"),
      "2023-04-20",
      "FINE_REDUCTION_NOT_REQUESTED",
    );
    requested().refuses("RefuseFineReduction", refusal, "2023-04-20", "FINE_ANSWERED_BEFORE_REQUEST");
    requested().refuses(
      "GrantFineReduction",
      reduction("1", "2023-04-09"),
      "2023-04-20",
      "FINE_ANSWERED_BEFORE_REQUEST",
    );
    requested().refuses("GrantFineReduction", reduction("1", "2023-04-21"), "2023-04-20", "SANCTION_DAY_IN_FUTURE");
  });
  it("is of something, and of no more than is outstanding", () => {
    requested().refuses("GrantFineReduction", reduction("0", "2023-04-20"), "2023-04-20", "FINE_AMOUNT_ZERO");
    requested().refuses(
      "GrantFineReduction",
      reduction("22500001", "2023-04-20"),
      "2023-04-20",
      "FINE_REDUCED_BEYOND_OUTSTANDING",
    );
  });
  it("of all that remains is an exemption", () => {
    const story = requested()
      .does("RecordFinePayment", payment("2500000", "2023-04-12"), "2023-04-12")
      .does("GrantFineReduction", reduction(null, "2023-04-20"), "2023-04-20");
    expect(story.sanction.fine).to.include({ reduced: 20_000_000n, reductionRequestedOn: null });
    expect(outstandingOf(story.sanction.fine)).to.equal(0n);
  });
});
