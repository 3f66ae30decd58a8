package dev.plumbline;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which package may see which, and what no class may do. */
class ArchitectureTest {

    private static final String BASE = "dev.plumbline.";
    private static final String INTERNAL = BASE + "internal";

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.plumbline");

    /** A package may use the JDK, the annotations and what is named, nothing else. */
    private static void mayUse(String name, String... packages) {
        List<String> allowed = new ArrayList<>(List.of("java..", "org.jspecify..", BASE + name));
        allowed.addAll(List.of(packages));
        ArchRule rule = classes()
                .that()
                .resideInAPackage(BASE + name)
                .should()
                .onlyDependOnClassesThat(resideInAnyOf(allowed))
                .allowEmptyShould(false);
        rule.check(CORE);
    }

    private static DescribedPredicate<JavaClass> resideInAnyOf(List<String> packages) {
        return describe(
                "reside in " + packages,
                type -> packages.stream()
                        .anyMatch(name -> resideInAPackage(name).test(type.getBaseComponentType())
                                || type.getBaseComponentType().isPrimitive()));
    }

    @Test
    void compiledCalendarsKnowTheJdkOnly() {
        mayUse("internal.calendar");
    }

    @Test
    void helpersKnowTheJdkOnly() {
        mayUse("internal.util");
    }

    @Test
    void calendarsKnowTheirCompiledFormOnly() {
        mayUse("calendar", BASE + "internal.calendar");
    }

    @Test
    void theModelKnowsCalendarsAndTheLoopSearch() {
        mayUse("model", BASE + "calendar", BASE + "internal.util");
    }

    @Test
    void theNetworkIsTheDoorFromTheModelToTheKernels() {
        mayUse(
                "internal.network",
                BASE + "model",
                BASE + "calendar",
                BASE + "internal.calendar",
                BASE + "internal.util");
        mayUse("internal.kernel", BASE + "internal.network", BASE + "internal.calendar", BASE + "internal.util");
    }

    @Test
    void graphsKnowTheModelAndJGraphT() {
        mayUse("graph", BASE + "model", BASE + "internal.util", "org.jgrapht..");
    }

    @Test
    void theCriticalPathKnowsNoOtherFeature() {
        mayUse("cpm", BASE + "model", BASE + "calendar", INTERNAL + "..");
    }

    @Test
    void progressIsReportedAgainstSchedules() {
        mayUse("progress", BASE + "cpm", BASE + "model", BASE + "calendar", INTERNAL + "..");
    }

    @Test
    void levellingStandsOnTheCriticalPath() {
        mayUse("level", BASE + "cpm", BASE + "model", BASE + "calendar", INTERNAL + "..");
    }

    @Test
    void riskStandsOnLevellingAndCommonsMath() {
        mayUse(
                "risk",
                BASE + "level",
                BASE + "cpm",
                BASE + "model",
                BASE + "calendar",
                INTERNAL + "..",
                "org.apache.commons.math3..");
    }

    @Test
    void simulationKnowsNetworksKernelsAndCommonsMath() {
        mayUse(
                "internal.risk",
                BASE + "internal.network",
                BASE + "internal.kernel",
                BASE + "internal.calendar",
                BASE + "internal.util",
                "org.apache.commons.math3..");
    }

    @Test
    void kernelsKnowNoTimeTypesTextOrStreams() {
        noClasses()
                .that()
                .resideInAPackage(INTERNAL + ".kernel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.time..", "java.util.stream..", "java.util.logging..", "java.math..")
                .check(CORE);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.plumbline.(**)").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void noPublicSignatureMentionsAnInternalTypeButTheCompiledFormOfACalendar() {
        ArchCondition<JavaMember> mentionNoInternalType = new ArchCondition<>("mention no internal type") {
            @Override
            public void check(JavaMember member, ConditionEvents events) {
                for (JavaClass type : typesOf(member)) {
                    if (type.getBaseComponentType().getPackageName().startsWith(INTERNAL)) {
                        events.add(SimpleConditionEvent.violated(member, member.getFullName() + " mentions " + type));
                    }
                }
            }
        };
        DescribedPredicate<JavaMember> theDoor = describe(
                "the door to the compiled calendar",
                member -> member.getFullName().equals(BASE + "calendar.WorkCalendar.compiled()"));
        DescribedPredicate<JavaMember> exported = describe(
                "exported",
                member -> !member.getOwner().getPackageName().startsWith(INTERNAL)
                        && isVisible(member.getOwner())
                        && (member.getModifiers().contains(JavaModifier.PUBLIC)
                                || member.getModifiers().contains(JavaModifier.PROTECTED)));

        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members()
                .that(are(exported))
                .and(DescribedPredicate.not(theDoor))
                .should(mentionNoInternalType)
                .check(CORE);
        assertThat(CORE.get(BASE + "calendar.WorkCalendar")
                        .getMethod("compiled")
                        .getRawReturnType()
                        .getPackageName())
                .as("the rule sees internal types")
                .startsWith(INTERNAL);
    }

    private static boolean isVisible(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
    }

    private static List<JavaClass> typesOf(JavaMember member) {
        List<JavaClass> types = new ArrayList<>();
        if (member instanceof JavaCodeUnit unit) {
            unit.getParameterTypes().forEach(type -> types.addAll(type.getAllInvolvedRawTypes()));
            types.addAll(unit.getReturnType().getAllInvolvedRawTypes());
            types.addAll(unit.getExceptionTypes());
        } else if (member instanceof com.tngtech.archunit.core.domain.JavaField field) {
            types.addAll(field.getType().getAllInvolvedRawTypes());
        }
        return types;
    }

    @Test
    void nothingStaticChanges() {
        fields().that().areStatic().should().beFinal().check(CORE);
    }

    @Test
    void nothingDependsOnTheMachineItRunsOn() {
        DescribedPredicate<JavaMethod> ambient = describe("ambient", method -> {
            String call = method.getFullName();
            return call.startsWith("java.util.Locale.getDefault(")
                    || call.startsWith("java.time.ZoneId.systemDefault(")
                    || call.startsWith("java.util.TimeZone.getDefault(")
                    || call.startsWith("java.nio.charset.Charset.defaultCharset(")
                    || (call.startsWith("java.time.") && call.contains(".now("))
                    || call.startsWith("java.lang.System.getProperty(")
                    || call.startsWith("java.lang.System.getenv(")
                    || call.startsWith("java.lang.System.exit(")
                    || call.startsWith("java.lang.Math.random(")
                    || call.equals("java.lang.String.toLowerCase()")
                    || call.equals("java.lang.String.toUpperCase()")
                    || call.startsWith("java.lang.String.format(java.lang.String,");
        });
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "its target is the machine's time, locale, zone, charset or properties",
                        call -> call.getTarget().resolveMember().filter(ambient).isPresent()))
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CORE);
    }

    @Test
    void nothingIsSerializedByTheJdk() {
        methods()
                .should()
                .notHaveName("readObject")
                .andShould()
                .notHaveName("writeObject")
                .check(CORE);
    }
}
