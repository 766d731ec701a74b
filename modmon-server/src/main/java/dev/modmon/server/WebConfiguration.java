package dev.modmon.server;

import dev.modmon.server.operation.OperationTable;
import dev.modmon.server.rest.Dispatcher;
import dev.modmon.server.rest.ProblemReportValve;
import dev.modmon.server.rest.Routes;
import dev.modmon.server.rest.WireJson;
import java.net.InetAddress;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.support.HandlerFunctionAdapter;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;

/// Tomcat on the loopback address and Spring MVC's functional routes; nothing is auto-configured.
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    @Bean
    TomcatServletWebServerFactory webServerFactory(ServerSettings settings) {
        TomcatServletWebServerFactory factory =
                new TomcatServletWebServerFactory(settings.apiPort());
        factory.setAddress(InetAddress.ofLiteral("127.0.0.1"));
        factory.setRegisterDefaultServlet(false);
        factory.addProtocolHandlerCustomizers(
                handler -> handler.setExecutor(new VirtualThreadExecutor("http-")));
        factory.addConnectorCustomizers(connector -> connector.setXpoweredBy(false));
        factory.addContextCustomizers(context ->
                ((StandardHost) context.getParent())
                        .setErrorReportValveClass(ProblemReportValve.class.getName()));
        return factory;
    }

    @Bean
    ServletRegistrationBean<DispatcherServlet> dispatcherServlet(WebApplicationContext context) {
        return new ServletRegistrationBean<>(new DispatcherServlet(context), "/");
    }

    @Bean
    RouterFunction<ServerResponse> routes(
            OperationTable table, Dispatcher dispatcher, WireJson json) {
        return new Routes(table, dispatcher, json).all();
    }

    @Bean
    RouterFunctionMapping routerFunctionMapping(RouterFunction<ServerResponse> routes) {
        return new RouterFunctionMapping(routes);
    }

    @Bean
    HandlerFunctionAdapter handlerFunctionAdapter() {
        return new HandlerFunctionAdapter();
    }
}
