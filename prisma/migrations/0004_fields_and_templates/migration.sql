-- What every commune starts with; a commune that has rows of its own uses those instead.

insert into task_field (id, commune_id, code, name_vi, name_en, position) values
  (gen_random_uuid(), null, 'ideology',     'Chính trị, tư tưởng',    'Politics and ideology',         1),
  (gen_random_uuid(), null, 'economy',      'Kinh tế, giảm nghèo',    'Economy and poverty reduction', 2),
  (gen_random_uuid(), null, 'society',      'Văn hóa, xã hội',        'Culture and society',           3),
  (gen_random_uuid(), null, 'security',     'Quốc phòng, an ninh',    'Defence and security',          4),
  (gen_random_uuid(), null, 'party',        'Xây dựng Đảng',          'Party building',                5),
  (gen_random_uuid(), null, 'mobilisation', 'Đoàn thể, dân vận',      'Mass organisations',            6);

insert into plan_template (id, commune_id, code, name_vi, name_en, position, content) values
  (gen_random_uuid(), null, 'regular', 'Sinh hoạt thường kỳ', 'Regular meeting', 1, $json${
    "review": [
      "Kết quả phụ trách, hỗ trợ hộ: số nhóm hộ và số hộ đã có đảng viên phụ trách; việc đã giúp được hộ nghèo, hộ cận nghèo.",
      "Việc đã xong, việc chưa xong và lý do; việc chuyển tiếp sang tháng này.",
      "Ưu điểm, hạn chế và nguyên nhân."
    ],
    "focus": [
      "Chính trị, tư tưởng: phổ biến chủ trương, chính sách mới đến từng đảng viên và nhân dân.",
      "Kinh tế, giảm nghèo: giúp hộ nghèo, hộ cận nghèo theo nhu cầu đã ghi; hướng dẫn sản xuất theo mùa vụ.",
      "Văn hóa, xã hội: vận động trẻ em đến lớp đều; vệ sinh đường làng, nguồn nước; thăm hỏi gia đình có công, hộ khó khăn.",
      "Quốc phòng, an ninh: giữ gìn trật tự chung; phòng, chống thiên tai, cháy nổ.",
      "Xây dựng Đảng: sinh hoạt đúng kỳ, đủ nội dung; giúp đỡ quần chúng ưu tú phấn đấu vào Đảng.",
      "Đoàn thể, dân vận: Ban Công tác Mặt trận và các đoàn thể cùng nhận việc, cùng giúp hộ."
    ],
    "organisation": [
      "Mỗi đồng chí đến từng hộ trong nhóm ít nhất một lần trong tháng, hỏi hộ cần hỗ trợ gì và bàn cách giúp.",
      "Đảng viên báo kết quả trên bảng trước ngày họp; chi ủy tổng hợp, trình chi bộ tại kỳ sinh hoạt tháng sau."
    ],
    "tasks": [
      { "title": "Đến từng hộ trong nhóm, hỏi nhu cầu hỗ trợ và bàn cách giúp", "field": "economy" },
      { "title": "Chuẩn bị nội dung và dự thảo kết luận cho kỳ sinh hoạt chi bộ", "field": "party" }
    ]
  }$json$),
  (gen_random_uuid(), null, 'thematic', 'Sinh hoạt chuyên đề', 'Thematic meeting', 2, $json${
    "review": [
      "Kết quả phụ trách, hỗ trợ hộ và các việc của tháng trước; việc chuyển tiếp sang tháng này.",
      "Việc thực hiện kết luận của kỳ sinh hoạt chuyên đề lần trước."
    ],
    "focus": [
      "Chuyên đề: (ghi tên chuyên đề và lý do chọn).",
      "Thực trạng ở bản: đã làm được gì, còn vướng gì, vì sao.",
      "Mục tiêu và cách làm chi bộ cần bàn, biểu quyết."
    ],
    "organisation": [
      "Đồng chí được phân công viết dự thảo gửi chi ủy góp ý; tài liệu gửi đảng viên trước ngày họp ít nhất một ngày.",
      "Mỗi đảng viên chuẩn bị ý kiến theo phần việc và nhóm hộ mình phụ trách.",
      "Sau khi thông qua, chi ủy phân công người thực hiện và thời hạn từng việc."
    ],
    "tasks": [
      { "title": "Viết dự thảo chuyên đề và gửi chi ủy góp ý", "field": "party" },
      { "title": "Lấy ý kiến nhân dân trong các nhóm hộ về nội dung chuyên đề", "field": "mobilisation" },
      { "title": "Gửi tài liệu chuyên đề đến đảng viên trước ngày họp", "field": "ideology" }
    ]
  }$json$),
  (gen_random_uuid(), null, 'halfYear', 'Sơ kết 6 tháng', 'Half-year review', 3, $json${
    "review": [
      "Kết quả 6 tháng phụ trách, hỗ trợ hộ: số hộ có đảng viên phụ trách, số hộ nghèo và hộ cận nghèo được giúp, số hộ thoát nghèo.",
      "Kết quả thực hiện nghị quyết của chi bộ theo từng lĩnh vực; việc chưa đạt.",
      "Ưu điểm, hạn chế, nguyên nhân và bài học kinh nghiệm."
    ],
    "focus": [
      "Nhiệm vụ trọng tâm 6 tháng tới theo từng lĩnh vực.",
      "Hộ nghèo, hộ cận nghèo cần tập trung giúp và nguồn lực để giúp.",
      "Điều chỉnh phân công đảng viên phụ trách nhóm hộ khi hộ, nhóm hoặc đảng viên có thay đổi."
    ],
    "organisation": [
      "Chi ủy viết báo cáo sơ kết, lấy ý kiến đảng viên, trình chi bộ thông qua và gửi Đảng ủy xã.",
      "Đảng viên tự đánh giá kết quả ở nhóm hộ mình phụ trách, báo chi ủy trước ngày họp."
    ],
    "tasks": [
      { "title": "Tổng hợp số liệu 6 tháng về nhóm hộ, hộ nghèo, hộ cận nghèo", "field": "economy" },
      { "title": "Viết báo cáo sơ kết 6 tháng, lấy ý kiến đảng viên", "field": "party" },
      { "title": "Rà soát phân công phụ trách nhóm hộ, đề nghị điều chỉnh", "field": "party" }
    ]
  }$json$);
