/// The file systems whose files other machines may change without this one being told.
package enum NetworkFileSystem {
  /// Their names, as in `/proc/filesystems`.
  private static let names: Set<Substring> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "coda", "ncpfs", "9p", "ceph", "gfs2", "ocfs2", "lustre", "gpfs",
    "virtiofs", "vmhgfs", "vboxsf",
  ]

  /// Whether a device is such a file system by the text of `/proc/self/mountinfo` (proc(5)).
  ///
  /// sshfs and its like (`fuse.…`) count as well: some are local, and looking oftener does them no harm.
  package static func isNamed(in mounts: String, device: UInt64) -> Bool {
    // As glibc's gnu_dev_major and gnu_dev_minor put the number together.
    let major = device >> 8 & 0xFFF | device >> 32 & ~0xFFF
    let minor = device & 0xFF | device >> 12 & ~0xFF
    for line in mounts.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 2, words[2] == "\(major):\(minor)", let hyphen = words.firstIndex(of: "-"),
        hyphen + 1 < words.count
      else { continue }
      let name = words[hyphen + 1]
      return names.contains(name) || name == "fuse" || name.hasPrefix("fuse.")
    }
    return false
  }
}
