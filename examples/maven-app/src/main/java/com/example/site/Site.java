package com.example.site;

import static dev.plumbline.calendar.WorkTime.days;

import dev.plumbline.cpm.CriticalPath;
import dev.plumbline.cpm.Schedule;
import dev.plumbline.io.ProjectFiles;
import dev.plumbline.model.PlumblineException;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;

/** Schedules a plan, changes it and, if a file is named, writes it as Microsoft Project XML. */
public final class Site {

    private Site() {}

    /**
     * Runs the application.
     *
     * @param arguments the file to write, or nothing
     * @throws IOException if the file can't be written
     */
    public static void main(String[] arguments) throws IOException {
        Project project = Project.builder("Pump station")
                .start(LocalDateTime.of(2026, 3, 2, 8, 0))
                .activity("A", "Excavate", days(5))
                .activity("B", "Foundation", days(8))
                .activity("C", "Pipework", days(4))
                .finishToStart("A", "B")
                .startToStart("B", "C", days(2))
                .build();
        Schedule plan = CriticalPath.schedule(project);
        System.out.println("finish " + plan.finish() + ", critical " + plan.criticalPath());

        Project longer = project.toBuilder()
                .replace(project.activity("C").with(c -> c.duration(days(9))))
                .build();
        System.out.println("finish with longer pipework " + CriticalPath.schedule(longer).finish());

        try {
            project.toBuilder().finishToStart("C", "A").build();
        } catch (PlumblineException e) {
            for (Problem problem : e.problems()) {
                System.out.println(problem.code() + ": " + problem.message());
            }
        }
        if (arguments.length > 0) {
            ProjectFiles.write(plan, Path.of(arguments[0]));
        }
    }
}
