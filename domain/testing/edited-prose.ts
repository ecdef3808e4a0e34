/** A letter with a name of its own, which it keeps wherever editing takes it. */
export interface NamedLetter {
  letter: string
  id: number
}

export interface Block {
  kind: 'paragraph' | 'heading'
  letters: readonly NamedLetter[]
  /** Letters from here to there are bold. */
  bold: { from: number; to: number } | null
}

export interface Dice {
  roll(below: number): number
  pick<T>(from: readonly T[]): T
}

const phrases = [
  'các hộ nghèo, cận nghèo',
  'đảng viên phụ trách nhóm',
  'báo kết quả trước ngày 28/12',
  'đến từng hộ ít nhất một lần',
  'phòng chống rét cho gia súc',
  'vận động làm nhà tiêu hợp vệ sinh',
  'phối hợp với trưởng bản',
  'hoàn tất hồ sơ vay vốn',
  'thẻ bảo hiểm y tế',
  'đưa học sinh ra lớp đều',
  'khơi mương, sửa bể lọc nước',
  'họp chi bộ đầu tháng',
  'nhắc lịch tiêm phòng',
  'hỗ trợ giống ngô mới',
] as const

const words =
  `anh ấy bà bản bàn bảo bắt bếp biên bò bốn bờ bởi buổi cá cách cao cắt cây chăm chăn chè chia chợ chủ chung chuồng cỏ con công
  củi cùng cửa dài dân dẫn dê dọn dựng đá đào đắp đèo đê điện đò đoàn đỗ đông đội đường ếch gà gạo gần giếng giữ góp gỗ gùi hái
  hàng hè hoa học hỏi hồ khai khe khoai khô kiểm kín kỳ làng lán lên lợn lúa luống lưới mái máy mận mía mo mùa mưa nan nắng nếp
  ngoài ngô nhà nhãn nhẹ nương ong ổi phát phên phơi phun quạt quế quýt rào rãnh rau rẫy riêng rừng sàn sắn sen sông suối tằm
  tấm thác thang thóc thôn thợ thu thuốc tiền tôn tre trâu trẻ trồng trường tưới úng ủ vải ván vịt vườn xanh xã xây xe xoan xuân`.split(
    /\s+/,
  )

/**
 * Prose as people edit it, with letters that keep their names: so it is known where each letter of a passage went,
 * whatever the document that is edited alongside makes of it.
 */
export class EditedProse {
  blocks: readonly Block[] = []
  #before: readonly Block[] = []
  #made = 0
  readonly #dice: Dice

  constructor(dice: Dice, blocks: number) {
    this.#dice = dice
    this.blocks = Array.from({ length: blocks }, () => this.#newBlock())
  }

  /** One edit; most of the time at the block where somebody looks, which is how passages get hit. */
  edit(busy: number): string {
    const edits = {
      type: (at: number) =>
        this.#splice(at, (letters) => [letters, 0, this.#letters(this.#word())]),
      sentence: (at: number) =>
        this.#splice(at, (letters) => [letters, 0, this.#letters(` ${this.#sentence()}`)]),
      rub: (at: number) => this.#splice(at, (letters) => [letters, 1 + this.#dice.roll(3), []]),
      cut: (at: number) => this.#splice(at, (letters) => [letters, 5 + this.#dice.roll(50), []]),
      reword: (at: number) =>
        this.#splice(at, (letters) => [
          letters,
          3 + this.#dice.roll(9),
          this.#letters(this.#word()),
        ]),
      split: (at: number) => this.#split(at),
      join: (at: number) => this.#join(at),
      drop: (at: number) => this.#put(at, 1, []),
      fresh: (at: number) => this.#put(at, 0, [this.#newBlock()]),
      move: (at: number) => this.#move(at),
      heading: (at: number) => this.#turn(at),
      bold: (at: number) => this.#embolden(at),
      undo: () => this.#undo(),
    }
    const often = ['type', 'type', 'type', 'rub', 'rub', 'reword', 'reword', 'sentence'] as const
    const seldom = ['cut', 'split', 'join', 'move', 'heading', 'bold', 'undo', 'fresh'] as const
    const shrinks = this.blocks.length > 40 ? (['drop'] as const) : []
    const kind =
      this.#dice.roll(3) > 0 ? this.#dice.pick(often) : this.#dice.pick([...seldom, ...shrinks])
    const before = this.blocks
    edits[kind](busy)
    if (kind !== 'undo') this.#before = before
    return kind
  }

  #word(): string {
    return `${this.#dice.pick(this.#dice.pick(phrases).split(' '))} `
  }

  /** A sentence as plans have them: set phrases that come again and again, among words that do not. */
  #sentence(): string {
    const { roll, pick } = this.#dice
    const loose = Array.from({ length: 4 + roll(8) }, () => pick(words)).join(' ')
    const place = pick(['nhóm', 'bản', 'ngày', 'tổ', 'số'])
    const parts = [pick(phrases), `${loose} ${place} ${1 + roll(30)}`]
    return `${(roll(2) === 0 ? parts : parts.reverse()).join(roll(2) === 0 ? ', ' : ' ')}.`
  }

  #letters(words: string): NamedLetter[] {
    return Array.from(words, (letter) => {
      this.#made += 1
      return { letter, id: this.#made }
    })
  }

  #newBlock(): Block {
    const sentences = Array.from({ length: 1 + this.#dice.roll(3) }, () => this.#sentence())
    return { kind: 'paragraph', letters: this.#letters(sentences.join(' ')), bold: null }
  }

  #put(at: number, removed: number, added: readonly Block[]): void {
    this.blocks = this.blocks.toSpliced(at, removed, ...added)
  }

  #splice(
    index: number,
    change: (letters: readonly NamedLetter[]) => [readonly NamedLetter[], number, NamedLetter[]],
  ): void {
    const block = this.blocks[index]
    if (!block) return
    const [letters, removed, added] = change(block.letters)
    const at = this.#dice.roll(letters.length + 1)
    this.#put(index, 1, [{ ...block, letters: letters.toSpliced(at, removed, ...added) }])
  }

  #split(index: number): void {
    const block = this.blocks[index]
    if (!block) return
    const at = this.#dice.roll(block.letters.length + 1)
    const [left, right] = [block.letters.slice(0, at), block.letters.slice(at)]
    this.#put(index, 1, [
      { ...block, letters: left, bold: null },
      { kind: 'paragraph', letters: right, bold: null },
    ])
  }

  #join(index: number): void {
    const [block, next] = this.blocks.slice(index)
    if (!block || !next) return
    this.#put(index, 2, [{ ...block, letters: [...block.letters, ...next.letters] }])
  }

  #move(index: number): void {
    const block = this.blocks[index]
    if (!block) return
    this.#put(index, 1, [])
    this.#put(this.#dice.roll(this.blocks.length + 1), 0, [{ ...block }])
  }

  #turn(index: number): void {
    const block = this.blocks[index]
    if (block)
      this.#put(index, 1, [{ ...block, kind: block.kind === 'heading' ? 'paragraph' : 'heading' }])
  }

  #embolden(index: number): void {
    const block = this.blocks[index]
    if (!block || block.letters.length < 8) return
    const from = this.#dice.roll(block.letters.length - 5)
    this.#put(index, 1, [{ ...block, bold: { from, to: from + 5 } }])
  }

  #undo(): void {
    this.blocks = this.#before.length > 0 ? this.#before : this.blocks
  }
}
