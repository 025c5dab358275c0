import { type TermOf, terms } from "../kernel/terms.js";
import { say } from "../kernel/words.js";

/** The closed lists of words with which units are told. */

export const UNIT_KINDS = terms(
  "UnitKind",
  "UBND tỉnh; sở; ban, ngành; huyện, thị xã, thành phố thuộc tỉnh (until 30 June 2025); xã, phường, thị trấn.",
  {
    PROVINCE: say("Ủy ban nhân dân tỉnh", "the provincial people's committee"),
    DEPARTMENT: say("sở", "department"),
    SECTOR: say("ban, ngành", "agency of a sector"),
    DISTRICT: say("huyện, thị xã, thành phố thuộc tỉnh", "district, town or city of the province"),
    COMMUNE: say("xã, phường, thị trấn", "commune, ward or township"),
  },
);
export type UnitKind = TermOf<typeof UNIT_KINDS>;

/** What can move from one unit to another. */
export const UNIT_FUNCTIONS = terms("UnitFunction", "Chức năng quản lý nhà nước.", {
  PRESS_AND_PUBLISHING: say("báo chí, xuất bản", "press and publishing"),
  INFORMATION_TECHNOLOGY: say("công nghệ thông tin", "information technology"),
  POST_AND_TELECOM: say("bưu chính, viễn thông", "post and telecommunications"),
  INSPECTION: say("thanh tra", "inspection"),
});
export type UnitFunction = TermOf<typeof UNIT_FUNCTIONS>;

export const UNIT_ENDINGS = terms("UnitEnding", "How a unit ended.", {
  MERGED: say("hợp nhất, sáp nhập", "merged"),
  SPLIT: say("chia, tách", "split"),
  ABOLISHED: say("giải thể", "abolished"),
});
export type UnitEnding = TermOf<typeof UNIT_ENDINGS>;
