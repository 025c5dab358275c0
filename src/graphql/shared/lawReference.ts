import { LAW_REFERENCE } from "../../domain/law/lawBook.js";
import { shownPart } from "../derive/shownFields.js";

export const LawReferenceType = shownPart(LAW_REFERENCE);
