package dev.plumbline.cli;

import dev.plumbline.model.Location;
import dev.plumbline.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The {@code plumbline} command. */
@Command(
        name = "plumbline",
        description = "Schedules project plans by the critical path method.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes:",
            "   0  ok",
            "   1  findings, see --fail-on",
            "   2  wrong usage, or an output that can't be written",
            "   3  an input can't be read",
            "   4  a plan can't be scheduled",
            "   5  cancelled",
            "  70  internal error",
            "",
            "'plumbline COMMAND --help' tells the options of a command."
        })
public final class Main {

    private Main() {}

    /**
     * Runs the command and ends the Java process with its exit code.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        Console console = Console.of(System.in, System.out, System.err, Boolean.getBoolean("plumbline.terminal"));
        Interruption interruption = Interruption.listen(console);
        int exit = run(console, arguments);
        interruption.end();
        System.exit(exit);
    }

    /** Runs a command on given streams and returns its exit code. */
    static int run(Console console, String... arguments) {
        CommandLine line = commandLine(console);
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError e) {
            console.err().println(tooLarge(arguments));
            return Exit.INPUT.code();
        } catch (Error e) {
            // Whatever it is, the process must not end as if somebody had cancelled it.
            console.err().println(Failure.internal(e).problems().get(0));
            return Exit.INTERNAL.code();
        } finally {
            console.flush();
        }
    }

    /** What has grown too large for the memory is a plan, named by the second word. */
    private static Problem tooLarge(String... arguments) {
        String name = arguments.length < 2 ? "" : arguments[1].replaceFirst(".*[/\\\\]", "");
        return Problem.error(
                        "LIMIT_MEMORY",
                        "the plan does not fit into memory",
                        "give more of it with JAVA_OPTS=-Xmx8g or so")
                .at(Location.of(name, 0, 0));
    }

    /** All commands; a new one is a class and a line here. */
    private static List<Object> commands(Console console) {
        return List.of(
                new ScheduleCommand(console),
                new LevelCommand(console),
                new RiskCommand(console),
                new ReportCommand(console),
                new CheckCommand(console),
                new ConvertCommand(console),
                new ExplainCommand(console),
                new JShellCommand(console),
                new BenchCommand(console));
    }

    private static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new Main());
        commands(console).forEach(line::addSubcommand);
        line.addSubcommand("generate-completion", new AutoComplete.GenerateCompletion());
        line.getSubcommands()
                .values()
                .forEach(c -> c.getCommandSpec().usageMessage().abbreviateSynopsis(true));
        BenchCommand.passThrough(line);
        return line.setOut(console.out())
                .setErr(console.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::wrongUsage)
                .setExecutionExceptionHandler(Main::internalError);
    }

    private static int wrongUsage(ParameterException problem, String[] arguments) {
        CommandLine line = problem.getCommandLine();
        String message = Objects.requireNonNullElse(problem.getMessage(), "wrong usage");
        line.getErr()
                .println(Failure.usage(
                                message,
                                "see '%s --help'"
                                        .formatted(line.getCommandSpec().qualifiedName()))
                        .problems()
                        .get(0));
        return Exit.USAGE.code();
    }

    private static int internalError(Exception problem, CommandLine line, CommandLine.ParseResult parsed) {
        PrintWriter err = line.getErr();
        err.println(Failure.internal(problem).problems().get(0));
        if (parsed.expandedArgs().contains("--debug")) {
            problem.printStackTrace(err);
        }
        return Exit.INTERNAL.code();
    }

    /** The version that the build wrote into a resource. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() throws IOException {
            try (InputStream in = Main.class.getResourceAsStream("version.txt")) {
                String version = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).strip();
                return new String[] {"plumbline " + version};
            }
        }
    }
}
