extension DialogueAct: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.text(id)
    encoder.texts(says)
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    id = try decoder.text()
    says = try decoder.texts()
  }
}

extension AspectWording: BlobCodable {
  package func encode(into encoder: inout BlobEncoder) {
    encoder.text(aspect.rawValue)
    encoder.texts(says)
  }

  package init(from decoder: inout BlobDecoder) throws(BlobError) {
    let name = try decoder.text()
    guard let aspect = Aspect(rawValue: name) else {
      throw .badValue("aspect", at: decoder.position)
    }
    self.aspect = aspect
    says = try decoder.texts()
  }
}
