internal import Knowledge

/// A box of values: an interval of numbers for every slot, both ends included.
///
/// One lane a slot; lanes beyond the slots stay 0.
struct ValueBox: Hashable {
  typealias Lanes = SIMD32<Int8>

  var low: Lanes
  var high: Lanes

  /// All values that a table knows.
  init(all table: TriageTable) {
    low = Lanes(repeating: 0)
    high = Lanes(repeating: 0)
    for definition in table.slots {
      high[definition.slot.rawValue] = Int8(clamping: definition.worst)
    }
  }

  /// Where all conditions hold within a box; nil where that is nowhere.
  init?(_ conditions: [SlotCondition], within box: ValueBox) {
    self = box
    for condition in conditions {
      let lane = condition.slot.rawValue
      low[lane] = max(low[lane], Int8(clamping: condition.atLeast))
      if let atMost = condition.atMost { high[lane] = min(high[lane], Int8(clamping: atMost)) }
    }
    if any(low .> high) { return nil }
  }

  func intersects(_ other: ValueBox) -> Bool {
    all(pointwiseMax(low, other.low) .<= pointwiseMin(high, other.high))
  }

  /// The lanes in which the other box cuts something off this one.
  func lanesCut(by other: ValueBox) -> SIMDMask<Lanes.MaskStorage> {
    (other.low .> low) .| (other.high .< high)
  }

  /// The box with one slot left free.
  func freeing(_ lane: Int, in space: ValueBox) -> ValueBox {
    var box = self
    box.low[lane] = space.low[lane]
    box.high[lane] = space.high[lane]
    return box
  }

  /// This box without another, as boxes that do not overlap.
  func subtracting(_ other: ValueBox) -> [ValueBox] {
    guard intersects(other) else { return [self] }
    var parts: [ValueBox] = []
    var rest = self
    for lane in 0..<Slot.count {
      if other.low[lane] > rest.low[lane] {
        var part = rest
        part.high[lane] = other.low[lane] - 1
        parts.append(part)
        rest.low[lane] = other.low[lane]
      }
      if other.high[lane] < rest.high[lane] {
        var part = rest
        part.low[lane] = other.high[lane] + 1
        parts.append(part)
        rest.high[lane] = other.high[lane]
      }
    }
    return parts
  }

  /// A point of this box that no box of the list contains, with small numbers; nil if there is none.
  ///
  /// Exact: the box is split along the borders of one of the others until a part is free of all or
  /// inside one. Exponential in the worst case, as the question is NP-hard (it contains
  /// satisfiability); the box that cuts the fewest slots goes first, which for a table of rules with
  /// one or two conditions leaves hardly anything to split.
  func point(outside boxes: [ValueBox]) -> Lanes? {
    var relevant: [ValueBox] = []
    var best: (place: Int, cuts: Int)?
    for box in boxes where intersects(box) {
      let mask = lanesCut(by: box)
      var cuts = 0
      for lane in 0..<Slot.count where mask[lane] { cuts += 1 }
      if cuts == 0 { return nil }
      if best.map({ cuts < $0.cuts }) ?? true { best = (relevant.count, cuts) }
      relevant.append(box)
    }
    guard let best else { return low }
    let border = relevant.remove(at: best.place)
    for part in subtracting(border) {
      if let point = part.point(outside: relevant) { return point }
    }
    return nil
  }
}
