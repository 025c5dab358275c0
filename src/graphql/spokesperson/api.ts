import { spokespersonSpecs } from "../../commands/spokespersons.js";
import { spokesperson } from "../../domain/spokesperson/record.js";
import { SPOKESPERSON } from "../../domain/spokesperson/spokesperson.js";
import { spokespersons } from "../../projections/spokesperson/records.js";
import { subjectOf } from "../derive/subject.js";

export const spokespersonApi = subjectOf(spokesperson, SPOKESPERSON, spokespersons, spokespersonSpecs, {
  description: "Who speaks for a unit to the press (người phát ngôn), Decree 09/2017/NĐ-CP. Published by law.",
  title: ({ name, unitName }) => `${name} – ${unitName}`,
  list: {
    name: "spokespersons",
    description: "Spokespersons by the day from which they speak, latest first.",
    order: "DESC",
  },
  isPublic: true,
});
