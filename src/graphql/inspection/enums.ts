import { registerEnumType } from "type-graphql";
import {
  COORDINATION_ROLES,
  INSPECTION_KINDS,
  INSPECTION_STATUSES,
  PUBLICATION_FORMS,
  RECOMMENDATION_STATES,
  TARGET_KINDS,
  TEAM_ROLES,
} from "../../domain/inspection/terms.js";
import { enumOf } from "../shared/enums.js";

export const InspectionKindEnum = enumOf(INSPECTION_KINDS);
registerEnumType(InspectionKindEnum, {
  name: "InspectionKind",
  description:
    "Thanh tra hành chính, thanh tra chuyên ngành (both until 30 June 2025), thanh tra (since 1 July 2025, at province " +
    "level and above), kiểm tra, kiểm tra chuyên ngành (since 1 July 2025).",
});

export const InspectionStatusEnum = enumOf(INSPECTION_STATUSES);
registerEnumType(InspectionStatusEnum, {
  name: "InspectionStatus",
  description: "Where an inspection stands. DONE: a check that ended with minutes. VOIDED ones count for nothing.",
});

export const CoordinationRoleEnum = enumOf(COORDINATION_ROLES);
registerEnumType(CoordinationRoleEnum, {
  name: "CoordinationRole",
  description: "Cử người tham gia đoàn; chuyên môn, giám định; lực lượng tại chỗ; thông tin; khác.",
});

export const TeamRoleEnum = enumOf(TEAM_ROLES);
registerEnumType(TeamRoleEnum, { name: "TeamRole", description: "Trưởng đoàn; phó trưởng đoàn; thư ký; thành viên." });

export const TargetKindEnum = enumOf(TARGET_KINDS);
registerEnumType(TargetKindEnum, { name: "TargetKind", description: "Tổ chức; hộ kinh doanh; cá nhân." });

export const PublicationFormEnum = enumOf(PUBLICATION_FORMS);
registerEnumType(PublicationFormEnum, {
  name: "PublicationForm",
  description:
    "Đăng trên cổng thông tin điện tử; công bố tại cuộc họp; trên phương tiện thông tin đại chúng; niêm yết.",
});

export const RecommendationStateEnum = enumOf(RECOMMENDATION_STATES);
registerEnumType(RecommendationStateEnum, {
  name: "RecommendationState",
  description: "How far a recommendation (kiến nghị) has been followed. VERIFIED ends its follow-up.",
});

const UNIT_ROLES = ["LEAD", "COORDINATOR"] as const;
export type UnitRole = (typeof UNIT_ROLES)[number];
export const UnitRoleEnum = enumOf(UNIT_ROLES);
registerEnumType(UnitRoleEnum, { name: "InspectionUnitRole", description: "Chủ trì; phối hợp." });
