package dev.plumbline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The inputs of {@code errors/samples.txt}, each of which leads to one code; the file says how it is written. */
final class ErrorSamples {

    private static final Pattern NAMES = Pattern.compile("Excavate|Foundation|Site|Crane|Crew|Flood|Nights|Earthworks");
    private static final Pattern FILE = Pattern.compile("[a-z0-9/]+\\.[a-z]+");
    private static final Pattern CHARACTER = Pattern.compile("\\{U\\+([0-9A-F]{4})}");
    private static final Pattern RUN = Pattern.compile("\\{([^{}*]+)\\*([0-9]+)}");
    private static final Pattern LIST = Pattern.compile("\\{1\\.\\.([0-9]+)}");
    private static final Pattern REPEATED = Pattern.compile("\\*([0-9]+) (.*)");

    private ErrorSamples() {}

    /**
     * A command with its files.
     *
     * @param code the code that comes of it
     * @param arguments the words of the command
     * @param files the files, as they are described
     */
    record Sample(String code, List<String> arguments, List<String> files) {

        /** Returns the same with another name wherever one is given. */
        Sample naming(String name) {
            return new Sample(
                    code,
                    arguments,
                    files.stream().map(f -> NAMES.matcher(f).replaceAll(name)).toList());
        }

        /** Writes the files and runs the command; returns all lines. */
        String lines(Path folder) throws IOException {
            write(folder);
            return Runs.plumbline(words(folder)).err();
        }

        /** Writes the files and runs the command; returns the first line with the code, or all lines if there is none. */
        String line(Path folder) throws IOException {
            String err = lines(folder);
            return err.lines()
                    .filter(line -> line.split("[ :]", 3)[1].equals(code))
                    .findFirst()
                    .map(line -> line.replace(folder + "/", ""))
                    .orElse(err);
        }

        private void write(Path folder) throws IOException {
            for (String file : files) {
                int end = file.indexOf('\n');
                String[] head = file.substring(2, end).split(" ");
                Path path = folder.resolve(head[0]);
                Files.createDirectories(Objects.requireNonNull(path.getParent()));
                Files.writeString(path, content(head, file.substring(end + 1)));
            }
        }

        private Object[] words(Path folder) {
            return arguments.stream()
                    .map(word -> FILE.matcher(word).matches() ? folder.resolve(word) : word)
                    .toArray();
        }
    }

    static List<Sample> all() throws IOException {
        String text;
        try (InputStream in = ErrorSamples.class.getResourceAsStream("/errors/samples.txt")) {
            text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        List<Sample> samples = new ArrayList<>();
        String[] parts = ("\n" + text).split("\n= ");
        for (String part : Arrays.asList(parts).subList(1, parts.length)) {
            String[] pieces = (part + "\n").split("(?m)^(?=[$>] )");
            List<String> arguments = List.of(pieces[1].substring(2).strip().split(" "));
            samples.add(new Sample(
                    pieces[0].strip(), arguments, Arrays.asList(pieces).subList(2, pieces.length)));
        }
        return samples;
    }

    private static String content(String[] head, String body) {
        StringBuilder content = new StringBuilder();
        body.lines().forEach(line -> {
            var repeated = REPEATED.matcher(line);
            if (repeated.matches()) {
                String each = expanded(repeated.group(2));
                for (int i = 1; i <= Integer.parseInt(repeated.group(1)); i++) {
                    content.append(each.replace("{i}", "" + i).replace("{i+1}", "" + (i + 1)))
                            .append('\n');
                }
            } else {
                content.append(expanded(line)).append('\n');
            }
        });
        if (head.length == 1) {
            return content.toString();
        }
        String inside = head[1].equals("Project") ? content.toString() : "<Tasks>\n" + content + "</Tasks>\n";
        return "<Project xmlns=\"http://schemas.microsoft.com/project\">\n"
                + "<StartDate>2026-03-02T08:00:00</StartDate>\n" + inside + "</Project>\n";
    }

    private static String expanded(String line) {
        String text = CHARACTER.matcher(line).replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)));
        text = LIST.matcher(text)
                .replaceAll(m -> IntStream.rangeClosed(1, Integer.parseInt(m.group(1)))
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(";")));
        return RUN.matcher(text).replaceAll(m -> m.group(1).repeat(Integer.parseInt(m.group(2))));
    }
}
