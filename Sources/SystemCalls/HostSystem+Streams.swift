internal import Glibc

extension HostSystem {
  /// Makes sure that descriptors 0, 1 and 2 are taken, before anything is opened.
  ///
  /// A process may be started with one of them closed (`board list >&-`). The next file opened would get its number, and
  /// what is meant for standard output would go into the journal. Each is opened on `/dev/null` the wrong way round, so that
  /// reading from it, or writing to it, fails as it should (`EBADF`).
  package static func takeStandardStreams() {
    for number in Int32(0)...2 where fcntl(number, F_GETFD) == -1 {
      // The lowest free number is given out; if that fails there is nothing more that could be done.
      _ = unsafe Glibc.open("/dev/null", number == 0 ? O_WRONLY : O_RDONLY)
    }
  }
}
