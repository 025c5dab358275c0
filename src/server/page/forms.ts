import type { Bilingual } from "../../domain/kernel/words.js";

/** A field of a form, as `vocabulary` tells it. */
export interface FormField {
  readonly name: string;
  readonly words: Bilingual;
  readonly note: string | null;
  readonly shape: string;
  readonly required: boolean;
  readonly multiline: boolean;
  readonly max: number | null;
  readonly most: number | null;
  readonly least: number | null;
  readonly recordType: string | null;
  readonly choices: { readonly name: string } | null;
  readonly fields?: readonly FormField[] | null;
}

/** A step: a mutation and its form. */
export interface Form {
  readonly mutation: string;
  readonly words: Bilingual;
  readonly note: string | null;
  readonly begins: boolean;
  readonly from: readonly { readonly value: string }[];
  readonly fields: readonly FormField[];
  /** The field of the input that names the record; null where the step only ever begins one. */
  readonly recordField: string | null;
}

export interface FormAnswer {
  readonly vocabulary: {
    readonly terms: readonly {
      readonly name: string;
      readonly terms: readonly { readonly value: string; readonly words: Bilingual }[];
    }[];
    readonly refusals: readonly { readonly value: string; readonly words: Bilingual }[];
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
  refusals { value words { vi en } }
  types { type fields { name words { vi en } } }
  records { type steps { mutation words { vi en } note begins recordField from { value } fields { ${FIELDS} } } }
} }`;
