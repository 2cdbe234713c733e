/// The frame of an exported page: one file that loads nothing, runs nothing and prints well.
enum HTMLPage {
  /// A whole page.
  ///
  /// - Parameters:
  ///   - title: The title, not yet escaped.
  ///   - body: What stands in `<body>`, escaped.
  static func page(title: String, body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(policy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <title>\(InertHTML.escaped(title))</title>
    <style>\(style)</style>
    </head>
    <body>
    \(body)</body>
    </html>

    """
  }

  /// Nothing may be loaded or run; the one style that may apply is the page's own, known by its hash.
  private static var policy: String {
    let hash = Base64.text(SHA256.hash(style.utf8))
    return "default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'"
  }

  /// Table cells that name what they stand over or beside, then plain cells, all escaped here.
  static func row(_ heading: String, _ cells: [String]) -> String {
    "<tr><th scope=\"row\">\(InertHTML.escaped(heading))</th>"
      + cells.map { "<td>\(InertHTML.escaped($0))</td>" }.joined() + "</tr>\n"
  }

  /// The start of a table, up to its body.
  static func tableHead(caption: String, _ headings: [String]) -> String {
    "<table>\n<caption>\(InertHTML.escaped(caption))</caption>\n<thead><tr>"
      + headings.map { "<th scope=\"col\">\(InertHTML.escaped($0))</th>" }.joined() + "</tr></thead>\n<tbody>\n"
  }

  /// The end of a table.
  static let tableEnd = "</tbody>\n</table>\n"

  /// Names and values.
  static func facts(_ facts: [(name: String, value: String)]) -> String {
    if facts.isEmpty { return "" }
    let rows = facts.map { "<dt>\(InertHTML.escaped($0.name))</dt><dd>\(InertHTML.escaped($0.value))</dd>\n" }
    return "<dl>\n\(rows.joined())</dl>\n"
  }

  private static let style = """

    body{font:16px/1.5 system-ui,"DejaVu Sans",sans-serif;color:#1b1b1b;background:#fff;margin:0 auto;max-width:75rem;
    padding:1rem;overflow-wrap:anywhere}
    h1{font-size:1.7rem;line-height:1.2}h2{font-size:1.3rem;border-bottom:2px solid #1b1b1b;margin-top:2rem}
    h3{font-size:1.1rem;margin-bottom:.3rem}h4{font-size:1rem;margin:1rem 0 .2rem}
    p,ul{margin:.3rem 0}table{border-collapse:collapse;margin:1rem 0;width:100%}
    caption{text-align:left;font-weight:bold;padding:.3rem 0}
    th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left;vertical-align:top}
    thead th{background:#f0f0f0;overflow-wrap:normal}dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem;margin:.5rem 0}
    dt{font-weight:bold}dd{margin:0}
    .columns{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:1rem}
    .card{border:1px solid #767676;border-left-width:6px;border-radius:4px;padding:.4rem .6rem;margin:.6rem 0}
    .card h4{margin:0}.late{font-weight:bold;color:#a30000}
    .draft{border:3px solid #a30000;color:#a30000;font-weight:bold;padding:.6rem;font-size:1.1rem}
    .blank{border:2px dashed #a30000;color:#a30000;padding:.4rem .6rem}
    .item{border-top:1px solid #767676;padding-top:.3rem;margin-top:1.2rem}
    figure{margin:1rem 0}svg{width:100%;height:auto;max-height:24rem}
    footer{border-top:2px solid #1b1b1b;margin-top:2rem;font-size:.9rem}
    @media (max-width:45rem){.columns,dl{grid-template-columns:1fr}}
    @media print{body{font-size:10pt;max-width:none;padding:0}.card,.clock,tr,figure{break-inside:avoid}
    h1,h2,h3,h4{break-after:avoid}a{color:inherit}}

    """
}
