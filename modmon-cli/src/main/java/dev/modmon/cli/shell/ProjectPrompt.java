package dev.modmon.cli.shell;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.springframework.shell.jline.PromptProvider;

/// `modmon shop> `
record ProjectPrompt(ProjectGlance glance) implements PromptProvider {
    @Override
    public AttributedString getPrompt() {
        AttributedStringBuilder prompt = new AttributedStringBuilder().append("modmon");
        String project = glance.project();
        if (!project.isEmpty()) {
            prompt.append(" ").styled(AttributedStyle.DEFAULT.bold(), project);
        }
        return prompt.append("> ").toAttributedString();
    }
}
