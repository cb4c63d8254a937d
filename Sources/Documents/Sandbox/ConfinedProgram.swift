import Subprocess
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Runs external programs on a document, without a shell, under limits and, unless the operator chose otherwise, in a
/// sandbox without network and files. The document is the program's standard input.
struct ConfinedProgram: Sendable {
    let tools: DocumentTools
    let limits: DocumentLimits
    let slots: ProgramSlots

    /// How a program ended without giving what it was asked for.
    enum Failure: Error, Equatable {
        /// Its own exit code, such as 1 of pdftotext for a file that it cannot open.
        case exited(Int)
        /// It met a limit of memory or processor time, or crashed.
        case killed
        case timedOut
        case outputTooLarge
        /// It could not be started at all.
        case notStarted
    }

    /// - Parameters:
    ///   - seconds: of processor time, and on the clock; nil for the ordinary ones.
    ///   - folders: that the program may read besides the system's, under the same paths.
    /// - Returns: what it wrote to standard output.
    /// - Throws: ``Failure``, ``DocumentError/busy`` or `CancellationError`.
    func run(
        _ program: DocumentTools.Program, _ arguments: [String], input: [UInt8], seconds: Int? = nil,
        folders: [String] = []
    ) async throws -> [UInt8] {
        try await self.slots.run {
            try await self.start(program, arguments, input: input, seconds: seconds, folders: folders)
        }
    }

    private func start(
        _ program: DocumentTools.Program, _ arguments: [String], input: [UInt8], seconds: Int?, folders: [String]
    ) async throws -> [UInt8] {
        guard let prlimit = self.tools.paths[.prlimit], let path = self.tools.paths[program] else { throw Failure.notStarted }
        let command = try self.command(path, seconds: seconds, folders: folders) + arguments
        let output = self.limits.programOutputBytes
        let wall = Duration.seconds(seconds ?? self.limits.wallSeconds)
        return try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask { try await Self.execute(prlimit, command, input: input, outputLimit: output) }
            group.addTask {
                try await Task.sleep(for: wall)
                throw Failure.timedOut
            }
            defer { group.cancelAll() }
            return try await group.next() ?? []
        }
    }

    private static func execute(
        _ path: String, _ arguments: [String], input: [UInt8], outputLimit: Int
    ) async throws -> [UInt8] {
        let file = try self.anonymousFile(input)
        var options = PlatformOptions()
        // A group of its own, killed as one when the task is cancelled.
        options.processGroupID = 0
        options.teardownSequence = [.send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1))]
        do {
            let result = try await Subprocess.run(
                .path(FilePath(path)), arguments: Arguments(arguments),
                environment: .custom(["PATH": "/usr/bin", "LC_ALL": "C.UTF-8", "HOME": "/tmp", "OMP_THREAD_LIMIT": "1"]),
                workingDirectory: "/", platformOptions: options,
                input: .fileDescriptor(file, closeAfterSpawningProcess: true), output: .bytes(limit: outputLimit),
                error: .discarded)
            try Task.checkCancellation()
            switch result.terminationStatus {
            case .exited(0): return result.standardOutput
            // A signal's number and 128: what bubblewrap ends with when the program in it was killed.
            case .exited(let code) where code > 128: throw Failure.killed
            case .exited(let code): throw Failure.exited(Int(code))
            case .signaled: throw Failure.killed
            }
        } catch let error as SubprocessError {
            try Task.checkCancellation()
            throw error.code == .outputLimitExceeded ? Failure.outputTooLarge : Failure.notStarted
        }
    }

    /// The document as an open file that has no name any more: nothing is left behind however this process ends.
    private static func anonymousFile(_ bytes: [UInt8]) throws -> FileDescriptor {
        let path = FilePath("/tmp/resumepro-\(UInt64.random(in: .min ... .max))")
        guard
            let file = try? FileDescriptor.open(
                path, .readWrite, options: [.create, .exclusiveCreate, .closeOnExec], permissions: .ownerReadWrite)
        else { throw Failure.notStarted }
        unlink(path.string)
        do {
            try file.writeAll(bytes)
            try file.seek(offset: 0, from: FileDescriptor.SeekOrigin.start)
        } catch {
            try? file.close()
            throw Failure.notStarted
        }
        return file
    }

    /// Arguments for prlimit up to the program's path.
    private func command(_ path: String, seconds: Int?, folders: [String]) throws -> [String] {
        let limits = [
            "--as=\(self.limits.programMemory)", "--cpu=\(seconds ?? self.limits.programSeconds)", "--fsize=\(64 << 20)",
            "--nofile=64", "--core=0",
        ]
        guard self.tools.confinement == .bubblewrap else { return limits + ["--", path] }
        guard self.tools.namespacesAllowed, let bwrap = self.tools.paths[.bwrap] else { throw Failure.notStarted }
        return limits + ["--", bwrap] + Self.sandbox + folders.flatMap { ["--ro-bind", $0, $0] } + ["--", path]
    }

    /// Bubblewrap's arguments: new namespaces of every kind (no network, no other process), of the file system only the
    /// programs and their data, read-only, no capability, nobody's identity.
    private static let sandbox = [
        "--unshare-all", "--die-with-parent", "--new-session", "--clearenv", "--setenv", "PATH", "/usr/bin", "--setenv",
        "LC_ALL",
        "C.UTF-8", "--setenv", "HOME", "/tmp", "--setenv", "OMP_THREAD_LIMIT", "1", "--ro-bind", "/usr", "/usr", "--symlink",
        "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64", "--symlink", "usr/bin", "/bin", "--ro-bind-try", "/etc/fonts",
        "/etc/fonts", "--ro-bind-try", "/var/cache/fontconfig", "/var/cache/fontconfig", "--ro-bind-try", "/etc/ld.so.cache",
        "/etc/ld.so.cache", "--ro-bind-try", "/etc/alternatives", "/etc/alternatives", "--proc", "/proc", "--dev", "/dev",
        "--size", "67108864", "--tmpfs", "/tmp", "--chdir", "/tmp", "--cap-drop", "ALL", "--uid", "65534", "--gid", "65534",
    ]
}
