import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "chai";
import { HISTORIES } from "../../src/domain/histories.js";
import { mutationOf } from "../../src/domain/kernel/steps.js";
import { RECORDS } from "../../src/domain/records.js";

const PATH = new URL("../../../docs/CORRECTIONS.md", import.meta.url);

/** The corrections that a step of its own makes, besides taking back: what they put right. */
const BESIDES: Readonly<Record<string, string>> = {
  VisitRegistered: "amendVisit, voidVisit, judgeVisitDuplicate",
  VisitDocumentsChecked: "amendVisit",
  VisitorsArrived: "amendVisit",
  InspectionPlanned: "amendInspection, voidInspection",
  InspectionDecided: "amendInspection, voidInspection",
  ViolationCaseRecorded: "addVerificationRecord, voidCase",
  ViolationMinutesDrawnUp: "addVerificationRecord",
  ViolationCaseClosed: "reopenCase",
  SanctionIssued: "correctSanction, amendSanction, annulSanction",
  SanctionMeasureRecorded: "recordSanctionMeasure",
  ExhibitsSeized: "correctInventory, voidSeizure",
  ExhibitsCounted: "countExhibits, correctInventory",
  UnitRegistered: "amendUnit, correctUnitParent",
  UnitRenamed: "amendUnit",
  UnitPlaced: "correctUnitParent",
  PressAgencyRegistered: "amendPressAgency",
  PressAgencyRenamed: "amendPressAgency",
  ReporterRegistered: "amendReporter, mergeReporter",
  ReporterMerged: "takeBackReporterMerger",
  PressAgencyMerged: "takeBackPressAgencyMerger",
  UnitsMerged: "takeBackUnitSuccession",
  UnitSplit: "takeBackUnitSuccession",
  SpokespersonAppointed: "correctSpokesperson, voidSpokesperson",
  OversightProgrammed: "correctOversight, voidOversight",
  OversightDecided: "correctOversight, voidOversight",
  OversightFigureLaid: "withdrawOversightFigure",
  OversightFindingRecorded: "withdrawOversightFinding",
  OversightRecommendationMade: "withdrawOversightRecommendation",
  PressItemCaptured: "correctPressItem, voidPressItem",
  PressItemClaimAdded: "withdrawPressItemClaim",
  PressItemVerified: "correctPressItemVerdicts",
  PressItemJoined: "splitPressItem",
  PressItemConsequencesLinked: "unlinkPressItemConsequences",
  StaffSnapshotTaken: "correctStaffSnapshot, voidStaffSnapshot",
  TrainingCoursePlanned: "correctTrainingCourse, voidTrainingCourse",
  SanctionPublished: "takeBackSanctionPublication",
  PressCardRecorded: "amendPressCard",
  RepresentativeOfficeNotified: "amendRepresentativeOffice, rejectRepresentativeOffice",
};

/** The table of docs/CORRECTIONS.md, as the events and steps are declared. */
function written(): string {
  const parts = RECORDS.map(({ kind, steps }) => {
    const history = HISTORIES.find((one) => one.kind === kind) ?? expect.fail(`${kind} has no history.`);
    const [name, step] = Object.entries(steps).find(([, one]) => one.takesBack) ?? expect.fail(kind);
    const lines = Object.entries(history.events).map(([type, { stays }]) => {
      const besides = BESIDES[type];
      const how = stays
        ? `stays: ${stays.en}${besides === undefined ? "" : ` (\`${besides.replaceAll(", ", "`, `")}\`)`}`
        : `taken back${besides === undefined ? "" : `, or \`${besides.replaceAll(", ", "`, `")}\``}`;
      return `- \`${type}\`: ${how}`;
    });
    return `### ${kind}: \`${mutationOf(name, step)}\`\n\n${lines.join("\n")}\n`;
  });
  return parts.join("\n");
}

const MARK = "<!-- Made of the declarations: WRITE_DOCS=1 and test/domain/corrections.test.ts write it. -->\n\n";

describe("what was entered in error", () => {
  it("is corrected of every event of every subject as docs/CORRECTIONS.md says", () => {
    const text = existsSync(PATH) ? readFileSync(PATH, "utf8") : MARK;
    const [before = ""] = text.split(MARK);
    if (process.env["WRITE_DOCS"]) writeFileSync(PATH, `${before}${MARK}${written()}`);
    expect(readFileSync(PATH, "utf8")).to.equal(`${before}${MARK}${written()}`);
  });

  it("has a step that corrects it wherever one is named", () => {
    const mutations = new Set(
      RECORDS.flatMap(({ steps }) => Object.entries(steps).map(([name, step]) => mutationOf(name, step))),
    );
    const types = new Set(HISTORIES.flatMap(({ events }) => Object.keys(events)));
    for (const [type, besides] of Object.entries(BESIDES)) {
      expect(types.has(type), type).to.equal(true);
      for (const one of besides.split(", ")) expect(mutations.has(one), one).to.equal(true);
    }
  });
});
