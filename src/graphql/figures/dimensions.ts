import { REQUEST_CHANNELS, REQUEST_GROUNDS, REQUEST_REGIMES } from "../../domain/informationRequest/terms.js";
import { INSPECTION_KINDS } from "../../domain/inspection/terms.js";
import { PRESS_TONES, PRESS_VERDICTS } from "../../domain/pressItem/terms.js";
import { STATEMENT_FORMS } from "../../domain/statement/terms.js";
import { TRAINING_FIELDS } from "../../domain/training/terms.js";
import { VISIT_TOPICS } from "../../domain/visit/terms.js";
import type { Dimension } from "../../projections/figures/dimensions.js";
import type { Basis } from "../../projections/table/basis.js";
import type { Position } from "../../eventstore/contract.js";
import { enumType } from "../derive/enums.js";
import { SubjectKindEnum } from "../law/enums.js";
import { pressAgencyAt, PressAgencyType } from "../pressAgency/types.js";
import { reporterAt, ReporterType } from "../reporter/types.js";
import type { LedgerContext } from "../shared/context.js";
import { PressAgencyId, ReporterId, UnitId } from "../shared/scalars.js";
import { unitAt, UnitType } from "../unit/types.js";

/** Made at once: type-graphql looks for all enums when the schema is built. */
const VISIT_TOPIC = enumType(VISIT_TOPICS);
const PRESS_TONE = enumType(PRESS_TONES);
const PRESS_VERDICT = enumType(PRESS_VERDICTS);
const INSPECTION_KIND = enumType(INSPECTION_KINDS);
const REQUEST_REGIME = enumType(REQUEST_REGIMES);
const REQUEST_CHANNEL = enumType(REQUEST_CHANNELS);
const REQUEST_GROUND = enumType(REQUEST_GROUNDS);
const STATEMENT_FORM = enumType(STATEMENT_FORMS);
const TRAINING_FIELD = enumType(TRAINING_FIELDS);

type Reads = LedgerContext["reads"];

/** How the API shows the values of a dimension, and how it is asked for some of them. */
interface ShownDimension {
  /** The field that shows a value, of a line and of an entry. */
  readonly field: string;
  readonly type: () => object;
  readonly valueAt: (reads: Reads, value: string, basis: Basis) => object | string | null;
  /** The field of a filter that takes several of them. */
  readonly filter: string;
  readonly filterType: () => object;
  /** By what lines are ordered. */
  readonly orderAt: (reads: Reads, value: string, at: Position) => string;
  /** Told apart by it, figures say which person went where. */
  readonly isPersonal?: true;
}

/** Values that say themselves what they are: terms and codes. */
const plain = (field: string, type: () => object): Omit<ShownDimension, "isPersonal"> => ({
  ...{ field, type, filter: `${field}s`, filterType: type },
  valueAt: (_reads, value) => value,
  orderAt: (_reads, value) => value,
});

export const SHOWN: Readonly<Record<Dimension, ShownDimension>> = {
  UNIT: {
    ...{ field: "unit", type: () => UnitType, filter: "unitIds", filterType: () => UnitId },
    valueAt: unitAt,
    orderAt: (reads, id, at) => reads.units.orderAt(id, at),
  },
  AGENCY: {
    ...{ field: "agency", type: () => PressAgencyType, filter: "agencyIds", filterType: () => PressAgencyId },
    valueAt: pressAgencyAt,
    orderAt: (reads, id, at) => reads.pressAgencies.orderAt(id, at),
  },
  TOPIC: plain("topic", () => VISIT_TOPIC),
  REPORTER: {
    ...{ field: "reporter", type: () => ReporterType, filter: "reporterIds", filterType: () => ReporterId },
    valueAt: reporterAt,
    orderAt: (reads, id, at) => reads.reporters.sortNameOf(id, at) ?? "",
    isPersonal: true,
  },
  VIOLATION_CODE: plain("violationCode", () => String),
  SUBJECT_KIND: plain("subjectKind", () => SubjectKindEnum),
  PRESS_TONE: plain("pressTone", () => PRESS_TONE),
  PRESS_VERDICT: plain("pressVerdict", () => PRESS_VERDICT),
  INSPECTION_KIND: plain("inspectionKind", () => INSPECTION_KIND),
  REGIME: plain("regime", () => REQUEST_REGIME),
  CHANNEL: plain("channel", () => REQUEST_CHANNEL),
  GROUND: plain("ground", () => REQUEST_GROUND),
  STATEMENT_FORM: plain("statementForm", () => STATEMENT_FORM),
  TRAINING_FIELD: plain("trainingField", () => TRAINING_FIELD),
};
