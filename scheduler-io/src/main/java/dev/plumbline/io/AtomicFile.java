package dev.plumbline.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a file as a whole: until everything is written and on the disk, the old file stays, whatever happens.
 *
 * <p>The bytes go to a file beside the target that only the owner can read, which then takes the target's name and its
 * permissions. File systems that can't do that in one step do it in two. A symbolic link stays; the file it leads to is
 * replaced. Devices and pipes are written directly.
 *
 * <pre>{@code
 * AtomicFile.write(Path.of("plan.txt"), out -> out.write(bytes));
 * }</pre>
 */
public final class AtomicFile {

    private static final int ATTEMPTS = 100;

    private AtomicFile() {}

    /** Writes the content. */
    @FunctionalInterface
    public interface Content {
        /** Writes to the stream, which is buffered and need not be closed. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Replaces the file, or makes it.
     *
     * @throws IOException if it can't be written; the old file is as it was, and nothing is left beside it
     */
    public static void write(Path path, Content content) throws IOException {
        Path target = Files.isSymbolicLink(path) && Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new FileSystemException(path.toString(), null, "is a folder; name a file in it");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
                content.writeTo(out);
            }
            return;
        }
        Path beside = createBeside(target);
        try {
            replace(target, beside, content);
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(beside);
            throw e;
        }
    }

    private static void replace(Path target, Path beside, Content content) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(beside, PosixFileAttributeView.class);
        Set<PosixFilePermission> permissions = view == null ? Set.of() : permissions(target, view);
        if (view != null) {
            view.setPermissions(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        }
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
        if (view != null) {
            view.setPermissions(permissions);
        }
        try {
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Returns the permissions of the target, or those that a new file gets. */
    private static Set<PosixFilePermission> permissions(Path target, PosixFileAttributeView fresh) throws IOException {
        PosixFileAttributeView view = fresh;
        if (Files.exists(target)) {
            PosixFileAttributeView old = Files.getFileAttributeView(target, PosixFileAttributeView.class);
            view = old == null ? fresh : old;
        }
        return view.readAttributes().permissions();
    }

    private static Path createBeside(Path target) throws IOException {
        @Nullable IOException last = null;
        for (int i = 0; i < ATTEMPTS; i++) {
            Path beside = target.resolveSibling("." + target.getFileName() + "." + i + ".part");
            if (Files.notExists(beside, LinkOption.NOFOLLOW_LINKS)) {
                try {
                    return Files.createFile(beside);
                } catch (FileAlreadyExistsException e) {
                    last = e;
                }
            }
        }
        throw last != null ? last : new FileSystemException(target.toString(), null, "can't make a file beside it");
    }
}
