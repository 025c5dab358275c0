import { statementSpecs } from "../../commands/statements.js";
import { statement } from "../../domain/statement/record.js";
import { STATEMENT } from "../../domain/statement/statement.js";
import { statements } from "../../projections/statement/records.js";
import { ITS_FIELD } from "../derive/recordNode.js";
import { subjectOf } from "../derive/subject.js";

export const statementApi = subjectOf(statement, STATEMENT, statements, statementSpecs, {
  description:
    "What a unit said to the press (phát ngôn, cung cấp thông tin), by whom and in which of the six forms of Decree " +
    "09/2017/NĐ-CP, Art. 4; of a request to publish a reply or a correction, what came of it.",
  title: ITS_FIELD,
  list: { name: "statements", description: "Statements to the press by their day, latest first.", order: "DESC" },
});
