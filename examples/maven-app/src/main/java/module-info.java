/** An application that schedules a plan. */
module com.example.site {
    requires dev.plumbline.io;
}
