import { FigureBook } from "../figures/book.js";
import { informationRequestTally } from "../informationRequest/figures.js";
import { inspectionTally } from "../inspection/figures.js";
import { oversightTally } from "../oversight/figures.js";
import { pressItemTally } from "../pressItem/figures.js";
import { sanctionTally } from "../sanction/figures.js";
import { seizureTally } from "../seizure/figures.js";
import { pressConferenceTally } from "../pressConference/figures.js";
import { spokespersonTally } from "../spokesperson/figures.js";
import { statementTally } from "../statement/figures.js";
import { statementDutyTally } from "../statementDuty/figures.js";
import { staffTally } from "../staff/figures.js";
import { trainingTally } from "../training/figures.js";
import { violationCaseTally } from "../violationCase/figures.js";
import { visitTally } from "../visit/figures.js";

export const VISIT_FIGURES = new FigureBook({ name: "visit", vi: "Tác nghiệp của báo chí", en: "visits" }, visitTally);

export const ENFORCEMENT_FIGURES = new FigureBook(
  {
    name: "enforcement",
    vi: "Thanh tra, kiểm tra và xử lý vi phạm",
    en: "inspections, violations, decisions, fines, exhibits and complaints",
  },
  inspectionTally,
  violationCaseTally,
  sanctionTally,
  seizureTally,
);

export const OVERSIGHT_FIGURES = new FigureBook(
  { name: "oversight", vi: "Giám sát của Hội đồng nhân dân", en: "supervisions and what they recommended" },
  oversightTally,
);

export const PRESS_ITEM_FIGURES = new FigureBook(
  { name: "pressItem", vi: "Xử lý thông tin báo chí nêu", en: "what the press reported, and how it was handled" },
  pressItemTally,
);

export const REQUEST_FIGURES = new FigureBook(
  { name: "informationRequest", vi: "Yêu cầu cung cấp thông tin", en: "requests for information and their answers" },
  informationRequestTally,
);

export const STATEMENT_FIGURES = new FigureBook(
  {
    name: "statement",
    vi: "Phát ngôn, cung cấp thông tin cho báo chí",
    en: "spokespersons, statements and duties to speak",
  },
  spokespersonTally,
  statementTally,
  statementDutyTally,
  pressConferenceTally,
);

export const STAFF_FIGURES = new FigureBook(
  { name: "staff", vi: "Nhân lực công nghệ thông tin và đào tạo", en: "snapshots of the staff, and courses" },
  staffTally,
  trainingTally,
);

/** Every book of figures. */
export const FIGURE_BOOKS = [
  VISIT_FIGURES,
  ENFORCEMENT_FIGURES,
  OVERSIGHT_FIGURES,
  STATEMENT_FIGURES,
  PRESS_ITEM_FIGURES,
  REQUEST_FIGURES,
  STAFF_FIGURES,
];
