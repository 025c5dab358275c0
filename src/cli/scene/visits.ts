import { items, rows } from "./table.js";

/**
 * The registrations of the scene, one a line: when the reporters came (or were to come), to whom (the unit in charge
 * first), who (the leading reporter first), about what, and how it went. `how` names a course of ./courses.ts.
 * All of it is made up.
 */

export interface VisitLine {
  readonly key: string;
  readonly day: string;
  readonly time: string;
  readonly hosts: readonly string[];
  readonly reporters: readonly string[];
  readonly topic: string;
  readonly subject: string;
  readonly how: string;
  /** What the course wants to know besides: the reason, the unit to which they were sent, the visit that is doubled. */
  readonly note: string;
}

const COLUMNS = ["key", "when", "hosts", "reporters", "topic", "subject", "how", "note"] as const;

export const visitLines = (text: string): VisitLine[] =>
  rows(COLUMNS, text).map(({ when, hosts, reporters, ...line }) => {
    const [monthAndDay = "", time = ""] = when.split(" ");
    return { ...line, day: `2019-${monthAndDay}`, time, hosts: items(hosts), reporters: items(reporters) };
  });

export const VISITS: readonly VisitLine[] = visitLines(`
  # September
  v01 | 09-03 08:30 | so-tttt | van-thang | ADMINISTRATION | Giới thiệu phần mềm quản lý thông tin hoạt động báo chí trên địa bàn tỉnh | oral |
  v02 | 09-03 14:00 | so-gddt | minh-thu | EDUCATION | Chuẩn bị khai giảng năm học 2019–2020 ở các huyện miền núi | oral |
  v03 | 09-04 07:45 | so-gddt, tp-thanh-hoa | thi-nhan, xuan-loc | EDUCATION | Ghi hình công tác tuyển sinh đầu cấp và ngày tựu trường | session |
  v04 | 09-04 14:30 | so-tnmt | trong-phu | LAND | Tiến độ cấp giấy chứng nhận quyền sử dụng đất lần đầu | written |
  v05 | 09-05 09:00 | huyen-muong-lat | ngoc-hieu, thi-quyen | SOCIAL_POLICY | Khắc phục hậu quả mưa lũ tháng 8 và bố trí nơi ở mới cho các hộ dân | session |
  v06 | 09-06 08:15 | so-nnptnt | thi-oanh | AGRICULTURE | Tình hình dịch tả lợn châu Phi và chính sách hỗ trợ người chăn nuôi | kept |
  v07 | 09-09 08:30 | tp-sam-son | hai-nam | CULTURE_AND_TOURISM | Kết quả mùa du lịch biển và việc chỉnh trang đường Hồ Xuân Hương | oral |
  v08 | 09-10 09:00 | so-y-te | ha-mo | HEALTH | Phòng chống sốt xuất huyết sau mưa lũ | oral |
  v09 | 09-10 14:00 | huyen-tinh-gia | sy-hoa, ha-mo | CONSTRUCTION | Bồi thường, giải phóng mặt bằng trong Khu kinh tế Nghi Sơn | appointment |
  v10 | 09-11 08:00 | so-gtvt | van-thuc | TRANSPORT | Tiến độ tuyến đường từ trung tâm thành phố đi Cảng hàng không Thọ Xuân | oral |
  v11 | 09-11 14:30 | so-tttt | cong-ly | ADMINISTRATION | Việc chấp hành quy chế phát ngôn và cung cấp thông tin cho báo chí | papers |
  v12 | 09-12 09:00 | huyen-quan-hoa | vi-hanh | SOCIAL_POLICY | Đưa hàng cứu trợ đến các bản bị chia cắt | late | Đường về huyện bị chia cắt, chưa có mạng để nhập.
  v13 | 09-13 08:30 | so-xay-dung | tien-dat | CONSTRUCTION | Quản lý trật tự xây dựng tại các khu đô thị mới | open |
  v14 | 09-16 08:00 | huyen-tho-xuan | khac-dung | AGRICULTURE | Liên kết sản xuất mía đường ở vùng nguyên liệu Lam Sơn | oral |
  v15 | 09-16 14:00 | so-tnmt, huyen-hoang-hoa | duc-tam, xuan-loc | ENVIRONMENT | Xử lý rác thải sinh hoạt ở các xã ven biển | session |
  v16 | 09-17 09:00 | so-ldtbxh | van-chinh | SOCIAL_POLICY | Giải quyết việc làm và tranh chấp lao động trong các khu công nghiệp | written |
  v17 | 09-18 08:30 | huyen-nga-son | thi-oanh-2 | AGRICULTURE | Vùng cói Nga Sơn và chuyển đổi cơ cấu cây trồng | oral |
  v18 | 09-18 14:30 | so-cong-thuong | quang-vinh | INDUSTRY_AND_TRADE | Phát triển cụm công nghiệp và làng nghề | oral |
  v19 | 09-19 08:00 | tp-thanh-hoa | thi-lien | CULTURE_AND_TOURISM | Bảo tồn di tích núi Hàm Rồng và lễ hội truyền thống | oral |
  v20 | 09-20 09:00 | bql-kkt-nghi-son | ngoc-hieu | INDUSTRY_AND_TRADE | Thu hút đầu tư vào Khu kinh tế Nghi Sơn chín tháng đầu năm | appointment |
  v21 | 09-23 08:30 | so-khdt | van-thang | FINANCE | Giải ngân vốn đầu tư công năm 2019 | written |
  v22 | 09-23 14:00 | huyen-ba-thuoc | hai-nam, thi-lien | CULTURE_AND_TOURISM | Du lịch cộng đồng ở Pù Luông | session |
  v23 | 09-24 08:30 | so-y-te, bhxh-tinh | trong-phu, van-chinh | HEALTH | Thanh toán chi phí khám chữa bệnh bảo hiểm y tế | kept |
  v24 | 09-25 09:00 | huyen-nong-cong | minh-thu | AGRICULTURE | Xây dựng nông thôn mới và đời sống vùng trũng | oral |
  v25 | 09-26 08:00 | cong-an-tinh | cong-ly | SECURITY | Đấu tranh với hoạt động cho vay lãi nặng | redirected | thanh-tra-tinh
  v26 | 09-27 08:30 | so-vhttdl | thi-lien | CULTURE_AND_TOURISM | Chuẩn bị Đại hội Thể dục thể thao và lễ hội Lam Kinh | oral |
  v27 | 09-30 14:00 | tx-bim-son | tien-dat | ENVIRONMENT | Bụi và tiếng ồn quanh các nhà máy xi măng | papers |

  # October
  v28 | 10-01 08:30 | huyen-thieu-hoa | thi-hao | AGRICULTURE | Tích tụ đất đai và cánh đồng lớn | oral |
  v29 | 10-02 09:00 | so-tttt | ngoc-hieu | ADMINISTRATION | Xây dựng chính quyền điện tử và dịch vụ công trực tuyến | session |
  v30 | 10-03 08:00 | huyen-lang-chanh | sy-hoa | SOCIAL_POLICY | Giảm nghèo và bảo vệ rừng | oral |
  v31 | 10-03 14:30 | so-gtvt, tp-thanh-hoa | van-thuc, minh-thu | TRANSPORT | Trật tự an toàn giao thông giờ tan trường và lòng lề đường | oral |
  v32 | 10-04 08:30 | so-tai-chinh | quang-vinh | FINANCE | Thu ngân sách nhà nước chín tháng | written |
  v33 | 10-07 09:00 | huyen-quang-xuong | van-khoi | LAND | Đấu giá quyền sử dụng đất ở các khu dân cư mới | oral |
  v34 | 10-07 14:00 | so-nnptnt | khac-dung, thi-oanh | AGRICULTURE | Chống khai thác hải sản bất hợp pháp (IUU) | appointment |
  v35 | 10-08 08:30 | huyen-trieu-son | hai-nam | CULTURE_AND_TOURISM | Nghề truyền thống và sản phẩm OCOP | late | Cán bộ được giao nhập dữ liệu đi công tác.
  v36 | 10-09 08:00 | so-noi-vu | van-thang | ADMINISTRATION | Sắp xếp đơn vị hành chính cấp xã giai đoạn 2019–2021 | session |
  v37 | 10-10 09:00 | huyen-ha-trung | duc-tam | CONSTRUCTION | An toàn đê điều trước mùa mưa bão | oral |
  v38 | 10-10 14:30 | so-gddt | thi-sam | EDUCATION | Trao đổi kinh nghiệm sáp nhập trường học với tỉnh bạn | papers |
  v39 | 10-11 08:30 | so-ldtbxh | ha-mo | SOCIAL_POLICY | Chăm sóc người có công và đào tạo nghề nông thôn | oral |
  v40 | 10-14 08:30 | so-tnmt | trong-phu | ENVIRONMENT | Quản lý khai thác cát trên sông Mã | kept |
  v41 | 10-14 14:00 | tp-thanh-hoa | thi-nhan, vi-hanh | ADMINISTRATION | Cải cách thủ tục hành chính ở bộ phận một cửa | session |
  v42 | 10-15 09:00 | huyen-cam-thuy | thi-oanh | AGRICULTURE | Tái đàn lợn sau dịch | oral |
  v43 | 10-16 08:30 | so-y-te | thi-quyen | HEALTH | Tự chủ tài chính ở các bệnh viện tuyến huyện | written |
  v44 | 10-16 14:30 | huyen-nhu-thanh | thi-lien | CULTURE_AND_TOURISM | Khu du lịch sinh thái Bến En | oral |
  v45 | 10-17 08:00 | so-y-te | thi-quyen | HEALTH | Y tế học đường và tiêm chủng đầu năm học | oral |
  v46 | 10-18 09:00 | huyen-thuong-xuan, so-nnptnt | khac-dung | AGRICULTURE | Vận hành hồ Cửa Đạt và cấp nước vụ đông | appointment |
  v47 | 10-18 14:00 | thanh-tra-tinh | cong-ly | ADMINISTRATION | Kết quả tiếp công dân, giải quyết khiếu nại, tố cáo | open |
  v48 | 10-21 08:30 | so-xay-dung, tp-thanh-hoa | tien-dat, quang-vinh | CONSTRUCTION | Chung cư cũ và nhà ở xã hội | papers |
  v49 | 10-22 08:00 | huyen-quang-xuong | van-khoi | LAND | Đấu giá quyền sử dụng đất ở các khu dân cư mới | declined-here | Thẻ nhà báo đã bị thu hồi, không có giấy giới thiệu.
  v50 | 10-22 14:30 | so-cong-thuong | van-chinh | INDUSTRY_AND_TRADE | Chống buôn lậu, gian lận thương mại dịp cuối năm | oral |
  v51 | 10-23 09:00 | huyen-ngoc-lac | sy-hoa, ha-mo | HEALTH | Bệnh viện đa khoa khu vực và chăm sóc sức khỏe đồng bào dân tộc | session |
  v52 | 10-24 08:30 | ban-dan-toc | ngoc-hieu | SOCIAL_POLICY | Đại hội đại biểu các dân tộc thiểu số lần thứ ba | oral |
  v53 | 10-25 08:00 | huyen-hau-loc | duc-tam, xuan-loc | ENVIRONMENT | Ô nhiễm ở cảng cá Hòa Lộc và đầm nuôi tôm | session |
  v54 | 10-28 08:30 | so-tnmt | thi-hao, minh-thu | LAND | Thu hồi đất của các dự án chậm tiến độ | written |
  v55 | 10-29 09:00 | huyen-vinh-loc | thi-lien | CULTURE_AND_TOURISM | Bảo tồn Di sản thế giới Thành Nhà Hồ | oral |
  v56 | 10-30 08:30 | so-khcn | van-thang | OTHER | Chuyển giao tiến bộ kỹ thuật cho nông dân | oral |
  v57 | 10-30 14:00 | so-gtvt | van-thuc | TRANSPORT | Kiểm soát tải trọng xe và xe hợp đồng trá hình | kept |
  v58 | 10-31 08:00 | huyen-tinh-gia, bql-kkt-nghi-son | thi-nhan, vi-hanh, xuan-loc | ENVIRONMENT | Giám sát xả thải ở Khu kinh tế Nghi Sơn | session |

  # November, up to the day of the report
  v59 | 11-01 08:30 | so-tu-phap | cong-ly | ADMINISTRATION | Ngày Pháp luật Việt Nam và công tác hòa giải ở cơ sở | oral |
  v60 | 11-01 14:00 | huyen-yen-dinh | minh-thu | AGRICULTURE | Huyện nông thôn mới nâng cao | oral |
  v61 | 11-04 09:00 | so-gddt | tien-dat, thi-lien | EDUCATION | Lạm thu đầu năm học và việc xử lý | kept |
  v62 | 11-05 08:30 | tp-sam-son | hai-nam | CONSTRUCTION | Quy hoạch quảng trường biển và phố đi bộ | appointment |
  v63 | 11-05 14:30 | so-y-te | duc-tam | HEALTH | Bác sĩ về trạm y tế xã | oral |
  v64 | 11-06 08:00 | huyen-thach-thanh | thi-quyen | SOCIAL_POLICY | Nước sạch nông thôn ở các xã vùng đồi | late | Phần mềm tạm dừng để nâng cấp, nhập bù hôm sau.
  v65 | 11-07 09:00 | vp-ubnd-tinh | van-thang, ngoc-hieu, sy-hoa | ADMINISTRATION | Cung cấp thông tin định kỳ về tình hình kinh tế - xã hội mười tháng | session |
  v66 | 11-07 14:00 | so-nnptnt | thi-oanh, khac-dung | AGRICULTURE | Cấp mã số vùng trồng và truy xuất nguồn gốc | oral |
  v67 | 11-08 08:30 | huyen-dong-son | quang-vinh | CONSTRUCTION | Nghề đá truyền thống và cụm công nghiệp Đông Hưng | oral |
  v68 | 11-11 08:00 | huyen-quan-son | sy-hoa | INDUSTRY_AND_TRADE | Thương mại qua cửa khẩu quốc tế Na Mèo | oral |
  v69 | 11-11 14:30 | so-tttt, so-vhttdl | trong-phu | CULTURE_AND_TOURISM | Quản lý xuất bản phẩm và kiểm tra các cửa hàng sách | papers |
  v70 | 11-12 09:00 | huyen-nhu-xuan | ha-mo | SECURITY | Bảo vệ rừng giáp ranh với tỉnh Nghệ An | oral |
  v71 | 11-13 08:30 | so-khdt | quang-vinh, minh-thu | FINANCE | Chỉ số năng lực cạnh tranh cấp tỉnh và hỗ trợ doanh nghiệp | written |
  v72 | 11-14 08:00 | huyen-hoang-hoa | thi-nhan | CULTURE_AND_TOURISM | Khu du lịch Hải Tiến trước mùa du lịch mới | oral |
  v73 | 11-15 09:00 | so-ldtbxh | van-chinh | SOCIAL_POLICY | Tiền lương, thưởng Tết và phòng ngừa đình công | open |
  v74 | 11-15 14:00 | tp-thanh-hoa | thi-lien | TRANSPORT | Bãi đỗ xe và xe buýt nội thành | oral |
  v75 | 11-18 08:00 | so-tttt | ngoc-hieu, minh-thu | ADMINISTRATION | Buổi làm việc của Ban Văn hóa - Xã hội HĐND tỉnh với Sở | oral |

  # Registrations that make no visit: appointments that came to nothing, one that still lies ahead, one entered twice
  n01 | 09-19 14:00 | cong-an-tinh | tien-dat | SECURITY | Vụ việc đang trong quá trình điều tra | declined | Vụ việc đang được điều tra, chưa có kết luận.
  n02 | 10-09 14:00 | so-xay-dung | hai-nam | CONSTRUCTION | Cấp phép xây dựng nhà ở riêng lẻ | no-show |
  n03 | 10-24 14:00 | huyen-nga-son | thi-sam | AGRICULTURE | Chiếu cói xuất khẩu | cancelled | Phóng viên báo bận việc khác, xin hẹn lại sau.
  n04 | 11-22 08:30 | so-gddt | van-thang | EDUCATION | Chuẩn bị thay sách giáo khoa lớp 1 | ahead |
  n05 | 10-14 08:30 | so-tnmt | trong-phu | ENVIRONMENT | Quản lý cát, sỏi lòng sông Mã | double | v40
`);
