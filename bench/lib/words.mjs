/** Believable Vietnamese words, so that folding, searching and compressing have their real work. */

const FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"];
const MIDDLE = ["Văn", "Thị", "Đức", "Minh", "Thanh", "Quốc", "Ngọc", "Hữu", "Xuân", "Thu"];
const GIVEN = [
  "An",
  "Bình",
  "Cường",
  "Dũng",
  "Giang",
  "Hà",
  "Hòa",
  "Hương",
  "Khánh",
  "Lan",
  "Linh",
  "Nam",
  "Phương",
  "Quỳnh",
  "Sơn",
  "Thảo",
  "Thủy",
  "Trung",
  "Tuấn",
  "Yến",
];
const WORK = [
  "Tìm hiểu",
  "Đề nghị cung cấp thông tin",
  "Làm việc",
  "Xác minh phản ánh",
  "Phỏng vấn lãnh đạo",
  "Ghi hình",
  "Viết bài",
];
const ABOUT = [
  "việc thu hồi đất tại dự án khu công nghiệp",
  "công tác phòng chống dịch tả lợn châu Phi",
  "tình trạng ô nhiễm môi trường ở bãi rác",
  "khai thác cát trái phép trên sông Mã",
  "tiến độ xây dựng nông thôn mới",
  "thu chi đầu năm học tại trường tiểu học",
  "chế độ cho người có công",
  "hoạt động du lịch biển Sầm Sơn",
  "cấp giấy chứng nhận quyền sử dụng đất",
  "sắp xếp đơn vị hành chính cấp xã",
];
const PLACES = [
  "Hoằng Hóa",
  "Quảng Xương",
  "Nông Cống",
  "Triệu Sơn",
  "Tĩnh Gia",
  "Hà Trung",
  "Nga Sơn",
  "Bá Thước",
  "Thọ Xuân",
  "Như Thanh",
];

export const personName = (random) => `${random.pick(FAMILY)} ${random.pick(MIDDLE)} ${random.pick(GIVEN)}`;
export const subjectOf = (random) => `${random.pick(WORK)} về ${random.pick(ABOUT)}, huyện ${random.pick(PLACES)}`;
export const summaryOf = (random) =>
  `Đã trả lời ${random.pick(ABOUT)}; cung cấp ${1 + random.below(5)} văn bản, hẹn bổ sung số liệu ${random.pick(PLACES)}.`;
export const placeOf = (random) => random.pick(PLACES);
