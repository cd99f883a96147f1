extension Reply {
  /// The reply as one JSON object on one line, keys in the order that other programs rely on.
  package var json: String {
    var json = JSONText()
    json.object { json in
      json.key("kind")
      json.value(kind.rawValue)
      json.key("topics")
      json.array(topics)
      json.key("outcome")
      json.value(outcome)
      json.key("appointment")
      json.value(appointment)
      json.key("provisional")
      json.value(provisional)
      json.key("asks")
      json.value(asks)
      json.key("slots")
      json.object { json in
        for slot in slots {
          json.key(slot.slot)
          switch slot.value {
          case .value(let number): json.value(number)
          case .unknown: json.value("unknown")
          }
        }
      }
      json.key("rules")
      json.array(rules)
      json.key("text")
      json.value(text)
      json.key("citations")
      json.array { json in
        for citation in citations { citation.write(to: &json) }
      }
      json.key("alternatives")
      json.array(alternatives)
      json.key("confidence")
      json.value(confidence)
      json.key("repairs")
      json.array { json in
        for repair in repairs {
          json.object { json in
            json.key("from")
            json.value(repair.from)
            json.key("to")
            json.value(repair.to)
          }
        }
      }
    }
    return json.text
  }
}

extension Citation {
  fileprivate func write(to json: inout JSONText) {
    json.object { json in
      json.key("n")
      json.value(number)
      json.key("claim")
      json.value(claim)
      json.key("source")
      json.value(source)
      json.key("locator")
      json.value(locator)
      json.key("speaker")
      json.value(speaker)
    }
  }
}
