/// The sample papers, inside the program, so that an installed one can show its sample board too.
package enum SampleData {
  /// A paper: its file's name and its bytes.
  package struct Paper: Sendable {
    /// The name of the file in `sample-data/`.
    package let name: String
    /// Its text in UTF-8.
    package let bytes: [UInt8]
  }

  /// Crime data integrity, published 8 November 2018: twelve recommendations, statuses stated.
  package static var crimeData: Paper {
    Paper(
      name: "crime-data-2018-headings-stated-statuses.md",
      bytes: PackageResources.crime_data_2018_headings_stated_statuses_md)
  }

  /// Custody, published 12 February 2019: causes of concern, recommendations, areas for improvement.
  package static var custody: Paper {
    Paper(
      name: "custody-2019-causes-updates-comments.txt", bytes: PackageResources.custody_2019_causes_updates_comments_txt
    )
  }

  /// Stalking and harassment, published 10 April 2019: seven recommendations and an area for improvement.
  package static var stalking: Paper {
    Paper(
      name: "stalking-2019-cut-sentence-restarting-numbers.txt",
      bytes: PackageResources.stalking_2019_cut_sentence_restarting_numbers_txt)
  }
}
