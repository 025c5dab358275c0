import type { Bilingual } from "../../domain/kernel/words.js";
import type { Form } from "./sheets.js";

export interface FormAnswer {
  readonly vocabulary: {
    readonly terms: readonly {
      readonly name: string;
      readonly terms: readonly { readonly value: string; readonly words: Bilingual }[];
    }[];
    readonly records: readonly { readonly type: string; readonly steps: readonly Form[] }[];
    readonly types: readonly {
      readonly type: string;
      readonly fields: readonly { readonly name: string; readonly words: Bilingual }[];
    }[];
  };
}

const FIELD = "name words { vi en } note shape required multiline max most least recordType choices { name }";
/** Fields lie in fields, in no declaration deeper than this. */
const FIELDS = `${FIELD} fields { ${FIELD} fields { ${FIELD} fields { ${FIELD} } } }`;

export const FORMS_QUERY = `{ vocabulary {
  terms { name terms { value words { vi en } } }
  types { type fields { name words { vi en } } }
  records { type steps { mutation kind roles words { vi en } note begins recordField partField from { value } fields { ${FIELDS} } } }
} }`;
